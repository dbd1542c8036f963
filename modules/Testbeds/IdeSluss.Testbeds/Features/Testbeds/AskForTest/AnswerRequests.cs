using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Invite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.AskForTest;

internal sealed record RequestLine(Guid Id, string Organisation, string Testbed, DateTimeOffset ReceivedAt, DateOnly AnswerBy, TestRequestStatus Status, bool HasConflict);

internal sealed record RequestView(
    Guid Id, string Organisation, PartnerKind Kind, string? ContactName, string? Email, string Testbed, string Slug, string What, bool HasConflict, string? Conflict, DateTimeOffset ReceivedAt, DateOnly AnswerBy, TestRequestStatus Status,
    string? Answer, DateTimeOffset? AnsweredAt, int Version);

/// <summary>What the partner reads by their link.</summary>
/// <param name="Signed">Agreements that the partner has sent in.</param>
internal sealed record PartnerAnswer(string Testbed, string Slug, DateOnly AnswerBy, TestRequestStatus Status, string? Answer, IReadOnlyList<SentAgreement> Signed);

internal sealed record SentAgreement(string Name, DateTimeOffset At);

/// <summary>The one who answers for a test bed answers those who ask; the reason is for them, and a no is final only for this request.</summary>
internal sealed class AnswerRequests(TestbedsDbContext db, InvitationLinks links, InstanceInfo instance, IStringLocalizer texts, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 50;

    public static readonly Problem NoSuchLink = Problem.NotFound("Länken fungerar inte.");

    public static readonly Problem NoSuchRequest = Problem.NotFound("Förfrågan finns inte, eller så hör den till en enhet som du inte arbetar med.");

    public async Task<Page<RequestLine>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var requests = Within(db.TestRequests.AsNoTracking());
        if (Cursor.Parse(after) is { } last) requests = requests.Where(one => EF.Functions.LessThan(ValueTuple.Create(one.ReceivedAt, one.Id), ValueTuple.Create(last.At, last.Id)));
        var rows = await requests.OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id).Take(PageSize + 1)
            .Select(one => new RequestLine(one.Id, one.Organisation, db.Testbeds.Where(testbed => testbed.Id == one.TestbedId).Select(testbed => testbed.Name).First(), one.ReceivedAt, one.AnswerBy, one.Status, one.HasConflict)).ToListAsync(cancellationToken);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? new Cursor(rows[PageSize - 1].ReceivedAt, rows[PageSize - 1].Id).ToString() : null);
    }

    public async Task<Outcome<RequestView>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Within(db.TestRequests.AsNoTracking()).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } one) return NoSuchRequest;
        var testbed = await db.Testbeds.AsNoTracking().FirstAsync(place => place.Id == one.TestbedId, cancellationToken);
        return new RequestView(one.Id, one.Organisation, one.Kind, one.ContactName, one.Email, testbed.Name, testbed.Slug, one.What, one.HasConflict, one.Conflict, one.ReceivedAt, one.AnswerBy, one.Status, one.Answer, one.AnsweredAt, one.Version);
    }

    public async Task<Outcome<int>> AnswerAsync(Guid id, bool? accepts, string? answer, int? version, CancellationToken cancellationToken)
    {
        if (await Within(db.TestRequests).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } request) return NoSuchRequest;
        if (version is { } seen && seen != request.Version) return Problem.Stale();
        if (request.Status != TestRequestStatus.Waiting) return Problem.Conflict("Förfrågan är redan besvarad.");
        var errors = new List<FieldError>();
        if (accepts is null) errors.Add(new("accepts", "Svar: välj ja eller nej."));
        if (string.IsNullOrWhiteSpace(answer)) errors.Add(new("answer", "Motivering: fyll i."));
        else if (answer.Trim().Length > TestRequest.LongestText) errors.Add(new("answer", new Text("{0}: högst {1} tecken.", new Text("Motivering"), TestRequest.LongestText)));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        (request.Status, request.Answer, request.AnsweredById, request.AnsweredAt) = (accepts!.Value ? TestRequestStatus.Accepted : TestRequestStatus.Declined, answer!.Trim(), me.RequiredId, time.GetUtcNow());
        db.Audit(new("testbeds.test-request-answered", "test-request", request.Id, me.RequiredId, request.AuthorityId, new Dictionary<string, string> { ["answer"] = request.Status.ToString() }));
        if (request.Email is { } email)
        {
            using var _ = new SpeakingTo("sv");
            db.Send(new(email, texts["Svar på er förfrågan"], texts["Hej!\n\nNi har fått svar. Läs det här:\n{0}\n", $"{instance.PublicAddress}/testbaddar/svar/{links.TokenOf(request.Id)}"], texts["Testbäddar"]));
        }

        return await db.SaveAsync(cancellationToken) is { } stale ? stale : request.Version;
    }

    public async Task<Outcome<PartnerAnswer>> ByTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (links.IdOf(token) is not { } id || await db.TestRequests.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } request) return NoSuchLink;
        var testbed = await db.Testbeds.AsNoTracking().FirstAsync(one => one.Id == request.TestbedId, cancellationToken);
        var signed = await db.Agreements.AsNoTracking().Where(one => one.RequestId == request.Id && one.AddedById == null).OrderBy(one => one.AddedAt).ThenBy(one => one.Id).Take(Agreement.Most).Select(one => new SentAgreement(one.Name, one.AddedAt)).ToListAsync(cancellationToken);
        return new PartnerAnswer(testbed.Name, testbed.Slug, request.AnswerBy, request.Status, request.Answer, signed);
    }

    private IQueryable<TestRequest> Within(IQueryable<TestRequest> requests) => requests.Within(me.Scope(TestbedsPermissions.Manage));
}
