using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.Invite;

/// <summary>What is asked by mail: whose environments, by when, and where one answers. Nothing of what anyone has written.</summary>
internal sealed class InvitationMail(TestbedsDbContext db, InvitationLinks links, IOrganisation organisation, IStringLocalizer texts, TimeProvider time)
{
    /// <summary>With the next save.</summary>
    public async Task SendAsync(InventoryInvitation invitation, CancellationToken cancellationToken)
    {
        if (invitation.Email is not { } address) return;
        // Those who have no account are spoken to in the language of the record.
        using var _ = new SpeakingTo("sv");
        var place = await organisation.PlaceNameAsync(invitation.AuthorityId, invitation.UnitId, cancellationToken);
        var lastDay = invitation.SentAt.AddDays(InventoryInvitation.Days).StockholmDay().ForPeople(time.StockholmToday());
        var (subject, body) = invitation.TestbedId is null
            ? (texts["Har ni en plats där något nytt kan provas?"], texts["Hej!\n\nVi samlar platser där nya idéer kan provas. Har {0} ett rum, en lägenhet eller en arbetsplats där det går?\nBeskriv den med några få frågor. Det tar fem minuter:\n{1}\n\nLänken fungerar till och med {2}. Har ni ingen sådan plats? Svara det på samma sida.\n", place, links.Of(invitation), lastDay])
            : (texts["Stämmer beskrivningen av er testbädd?"], texts["Hej!\n\nBeskrivningen av en testbädd hos {0} ses över en gång om året. Stämmer den fortfarande?\nSvara här:\n{1}\n\nLänken fungerar till och med {2}.\n", place, links.Of(invitation), lastDay]);
        db.Send(new OutgoingMail(address, subject, body, place));
    }
}
