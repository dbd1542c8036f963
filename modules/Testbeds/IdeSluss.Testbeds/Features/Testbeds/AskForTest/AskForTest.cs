using System.Net.Mail;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Invite;
using IdeSluss.Testbeds.Features.Testbeds.ReadTestbed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

/// <summary>A question from a partner, as it is typed.</summary>
internal sealed class AskInput
{
    public string? Organisation { get; set; }
    public PartnerKind? Kind { get; set; }
    public string? ContactName { get; set; }
    public string? Email { get; set; }
    public string? What { get; set; }

    /// <summary>There are ties to somebody who works here, or to a procurement.</summary>
    public bool? HasConflict { get; set; }
    public string? Conflict { get; set; }

    /// <summary>The partner has read that a test gives no advantage in a later procurement.</summary>
    public bool Neutral { get; set; }
}

/// <param name="Token">By which the answer is read, without an account.</param>
internal sealed record SentRequest(Guid Id, string Token, DateOnly AnswerBy);

/// <summary>Whoever is outside asks for a test, on the same terms as everyone; the one who answers for the test bed hears of it by mail.</summary>
internal sealed class AskForTest(TestbedsDbContext db, InvitationLinks links, InstanceInfo instance, IOrganisation organisation, IStringLocalizer texts, TimeProvider time)
{
    public async Task<Outcome<SentRequest>> HandleAsync(string slug, AskInput input, CancellationToken cancellationToken)
    {
        if (await db.Testbeds.AsNoTracking().Public(time.GetUtcNow()).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is not { } testbed) return ReadTestbed.ReadTestbed.NoSuchTestbed;
        if (!IsOpen(testbed.Access, testbed.Status, testbed.IsExample)) return Problem.Conflict("Testbädden tar inte emot förfrågningar från andra just nu.");
        if (AskRules.Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var request = new TestRequest
        {
            Id = Guid.CreateVersion7(), TestbedId = testbed.Id, AuthorityId = testbed.AuthorityId, UnitId = testbed.UnitId, Organisation = input.Organisation!.Trim(), Kind = input.Kind!.Value, ContactName = input.ContactName!.Trim(),
            Email = input.Email!.Trim(), What = input.What!.Trim(), HasConflict = input.HasConflict!.Value, Conflict = input.HasConflict.Value ? input.Conflict!.Trim() : null, ReceivedAt = time.GetUtcNow(),
            AnswerBy = WorkingDays.Add(time.StockholmToday(), TestRequest.AnswerDays),
        };
        db.TestRequests.Add(request);
        db.Audit(new("testbeds.test-asked-for", "test-request", request.Id, null, testbed.AuthorityId));
        var place = await organisation.PlaceNameAsync(testbed.AuthorityId, testbed.UnitId, cancellationToken);
        using (new SpeakingTo("sv"))
        {
            if (testbed.ContactEmail is { } contact)
                db.Send(new(contact, texts["En förfrågan om att testa"], texts["Hej!\n\nNågon utanför kommunen vill testa i en testbädd hos {0}. Läs och svara senast {1}:\n{2}\n", place, request.AnswerBy.ForPeople(time.StockholmToday()), $"{instance.PublicAddress}/arbete/testforfragningar/{request.Id}"], place));
            var token = links.TokenOf(request.Id);
            db.Send(new(request.Email, texts["Tack för er förfrågan"], texts["Hej!\n\nNi får svar senast {0}. Svaret läser ni här:\n{1}\n", request.AnswerBy.ForPeople(time.StockholmToday()), $"{instance.PublicAddress}/testbaddar/svar/{token}"], place));
            await db.SaveChangesAsync(cancellationToken);
            return new SentRequest(request.Id, token, request.AnswerBy);
        }
    }

    public static bool IsOpen(TestbedAccess access, TestbedStatus status, bool example) => access != TestbedAccess.Internal && status is TestbedStatus.Active or TestbedStatus.Planned && !example;
}

internal static class AskRules
{
    public static IEnumerable<FieldError> Check(AskInput input)
    {
        foreach (var (field, label, text, most) in new[] { ("organisation", "Organisation", input.Organisation, TestRequest.LongestLine), ("contactName", "Kontaktperson", input.ContactName, TestRequest.LongestLine), ("what", "Vad vill ni testa", input.What, TestRequest.LongestText) })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new(field, new Text("{0}: fyll i.", new Text(label)));
            else if (text.Trim().Length > most) yield return new(field, new Text("{0}: högst {1} tecken.", new Text(label), most));
        }

        if (input.Kind is null || !Enum.IsDefined(input.Kind.Value)) yield return new("kind", "Vad är ni: välj ett alternativ.");
        if (input.Email?.Trim() is not { Length: > 0 and <= TestRequest.LongestLine } email || !MailAddress.TryCreate(email, out _)) yield return new("email", "E-post: adressen ser inte rätt ut. Skriv till exempel namn@foretaget.se.");
        if (input.HasConflict is null) yield return new("hasConflict", "Band till kommunen: svara ja eller nej.");
        else if (input.HasConflict == true && string.IsNullOrWhiteSpace(input.Conflict)) yield return new("conflict", "Vilka band: fyll i.");
        if (input.Conflict?.Trim().Length > TestRequest.LongestText) yield return new("conflict", new Text("{0}: högst {1} tecken.", new Text("Vilka band"), TestRequest.LongestText));
        if (!input.Neutral) yield return new("neutral", "Ni behöver godta att ett test inte ger någon fördel i en upphandling.");
    }
}
