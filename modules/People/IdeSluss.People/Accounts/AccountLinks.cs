using System.Text;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace IdeSluss.People.Accounts;

/// <summary>Links that prove that one reads the mailbox. Each works once, because using it changes the stamp it is made from.</summary>
internal sealed class AccountLinks(UserManager<Person> people, InstanceInfo instance)
{
    public string LogIn => instance.PublicAddress + "/logga-in";

    public string ForgotPassword => instance.PublicAddress + "/glomt-losenord";

    public async Task<string> ChoosePasswordAsync(Person person) =>
        Link("/inbjudan", person, await people.GenerateUserTokenAsync(person, InvitationTokens.Provider, InvitationTokens.Purpose));

    public async Task<string> ResetPasswordAsync(Person person) =>
        Link("/aterstall-losenord", person, await people.GeneratePasswordResetTokenAsync(person));

    public Task<bool> MayChoosePasswordAsync(Person person, string? code) =>
        Decode(code) is { } token
            ? people.VerifyUserTokenAsync(person, InvitationTokens.Provider, InvitationTokens.Purpose, token)
            : Task.FromResult(false);

    public Task<bool> MayResetPasswordAsync(Person person, string? code) =>
        Decode(code) is { } token
            ? people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, token)
            : Task.FromResult(false);

    private string Link(string path, Person person, string token) =>
        $"{instance.PublicAddress}{path}?id={person.Id:N}&kod={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}";

    private static string? Decode(string? code)
    {
        if (string.IsNullOrEmpty(code) || code.Length > 2000) return null;
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
