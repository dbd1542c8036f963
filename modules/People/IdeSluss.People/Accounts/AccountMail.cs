using System.Globalization;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using Microsoft.Extensions.Localization;

namespace IdeSluss.People.Accounts;

/// <summary>Mail about accounts, in the receiver's language.</summary>
internal sealed class AccountMail(AccountLinks links, InstanceInfo instance, IStringLocalizer texts)
{
    private const string Reference = "konto";

    public async Task<OutgoingMail> InvitationAsync(Person person)
    {
        var link = await links.ChoosePasswordAsync(person);
        return To(person, "Du är inbjuden till {0}",
            "Hej! Du är inbjuden till {0}. Öppna länken och välj ett lösenord. Länken gäller i sju dagar.",
            link, "Väntade du dig inte detta? Då behöver du inte göra något.");
    }

    public async Task<OutgoingMail> ConfirmAsync(Person person)
    {
        var link = await links.ChoosePasswordAsync(person);
        return To(person, "Bekräfta din e-postadress i {0}",
            "Hej! Någon, troligen du, vill skapa ett konto i {0} med den här adressen. Öppna länken och välj ett lösenord. Länken gäller i sju dagar.",
            link, "Var det inte du? Då behöver du inte göra något.");
    }

    public OutgoingMail AlreadyHasAccount(Person person) =>
        To(person, "Du har redan ett konto i {0}",
            "Hej! Någon, troligen du, ville skapa ett konto i {0} med den här adressen. Det finns redan ett. Logga in, eller välj ett nytt lösenord här:",
            links.ForgotPassword, "Var det inte du? Då behöver du inte göra något.");

    public async Task<OutgoingMail> ResetAsync(Person person)
    {
        var link = await links.ResetPasswordAsync(person);
        return To(person, "Välj ett nytt lösenord i {0}",
            "Hej! Öppna länken och välj ett nytt lösenord i {0}. Länken gäller i tre timmar.",
            link, "Var det inte du? Då behöver du inte göra något. Ditt lösenord är kvar.");
    }

    public OutgoingMail PasswordChanged(Person person) =>
        To(person, "Ditt lösenord i {0} är ändrat",
            "Hej! Ditt lösenord i {0} är ändrat. Var det inte du? Välj genast ett nytt lösenord här:",
            links.ForgotPassword, "");

    private OutgoingMail To(Person person, string subject, string body, string link, string ending)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(person.Language);
            var service = instance.Branding.ServiceName;
            string[] parts = [texts[body, service], link, ending.Length == 0 ? "" : texts[ending], service];
            return new(person.Email!, texts[subject, service], string.Join("\n\n", parts.Where(part => part.Length > 0)), Reference);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
