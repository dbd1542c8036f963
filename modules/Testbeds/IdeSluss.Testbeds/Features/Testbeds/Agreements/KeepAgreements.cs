using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.AskForTest;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using IdeSluss.Testbeds.Features.Testbeds.Invite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.Agreements;

/// <param name="FileName">With its ending, so that one sees what it is.</param>
/// <param name="Length">Bytes.</param>
internal sealed record AgreementLine(Guid Id, string Name, string FileName, long Length, DateTimeOffset AddedAt);

/// <summary>
/// Templates are the same for everyone who wants to test: they are read where one asks. What has been signed is kept with the request, for those who answer for the test bed,
/// and stays: it is what was agreed.
/// </summary>
internal sealed class KeepAgreements(TestbedsDbContext db, IFiles files, InvitationLinks links, InstanceInfo instance, IStringLocalizer texts, CurrentUser me, TimeProvider time)
{
    public const string KeptFor = "testbeds.agreement";

    public static FileRules Rules { get; } = FileRules.Documents;

    private static readonly Problem NoSuchAgreement = Problem.NotFound("Avtalet finns inte.");

    /// <summary>What everyone may read of a test bed that everyone may see.</summary>
    public async Task<Outcome<IReadOnlyList<AgreementLine>>> TemplatesAsync(string slug, CancellationToken cancellationToken) =>
        Found(await ListAsync(PublicTemplates(slug), cancellationToken));

    public async Task<Outcome<StoredFile>> TemplateAsync(string slug, Guid id, CancellationToken cancellationToken) => await FileAsync(PublicTemplates(slug), id, cancellationToken);

    /// <summary>For those who describe the test bed, published or not.</summary>
    public async Task<Outcome<IReadOnlyList<AgreementLine>>> OwnTemplatesAsync(string slug, CancellationToken cancellationToken) =>
        await OwnTestbedAsync(slug, cancellationToken) is { } testbed ? Found(await ListAsync(TemplatesOf(testbed), cancellationToken)) : OfficeTestbeds.NoSuchTestbed;

    public async Task<Outcome<StoredFile>> OwnTemplateAsync(string slug, Guid id, CancellationToken cancellationToken) =>
        await OwnTestbedAsync(slug, cancellationToken) is { } testbed ? await FileAsync(TemplatesOf(testbed), id, cancellationToken) : NoSuchAgreement;

    public async Task<Outcome<Guid>> AddTemplateAsync(string slug, string? name, Upload? upload, CancellationToken cancellationToken)
    {
        if (await OwnTestbedAsync(slug, cancellationToken) is not { } testbed) return OfficeTestbeds.NoSuchTestbed;
        return await AddAsync(testbed.Id, null, testbed.AuthorityId, name, upload, TemplatesOf(testbed), cancellationToken);
    }

    /// <summary>A template that no longer holds is not handed out any more.</summary>
    public async Task<Outcome<Done>> RemoveTemplateAsync(string slug, Guid id, CancellationToken cancellationToken)
    {
        if (await OwnTestbedAsync(slug, cancellationToken) is not { } testbed || await TemplatesOf(testbed).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } template) return NoSuchAgreement;
        await db.ReleaseFileAsync(template.FileId, time.GetUtcNow(), cancellationToken);
        db.Agreements.Remove(template);
        db.Audit(new("testbeds.agreement-removed", "agreement", id, me.RequiredId, testbed.AuthorityId));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }

    public async Task<Outcome<IReadOnlyList<AgreementLine>>> SignedAsync(Guid request, CancellationToken cancellationToken) =>
        await OwnRequestAsync(request, cancellationToken) is null ? AnswerRequests.NoSuchRequest : Found(await ListAsync(SignedFor(request), cancellationToken));

    public async Task<Outcome<StoredFile>> SignedFileAsync(Guid request, Guid id, CancellationToken cancellationToken) =>
        await OwnRequestAsync(request, cancellationToken) is null ? NoSuchAgreement : await FileAsync(SignedFor(request), id, cancellationToken);

    public async Task<Outcome<Guid>> AddSignedAsync(Guid request, string? name, Upload? upload, CancellationToken cancellationToken)
    {
        if (await OwnRequestAsync(request, cancellationToken) is not { } asked) return AnswerRequests.NoSuchRequest;
        if (asked.Status != TestRequestStatus.Accepted) return Problem.Conflict("Svara ja på förfrågan först.");
        return await AddAsync(asked.TestbedId, asked.Id, asked.AuthorityId, name, upload, SignedFor(request), cancellationToken);
    }

    /// <summary>What the partner has signed, sent in by the link of the answer; the one who answers for the test bed hears of it by mail.</summary>
    public async Task<Outcome<Guid>> SendSignedAsync(string token, string? name, Upload? upload, CancellationToken cancellationToken)
    {
        if (links.IdOf(token) is not { } id || await db.TestRequests.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } request) return AnswerRequests.NoSuchLink;
        if (request.Status != TestRequestStatus.Accepted) return Problem.Conflict("Avtal skickas in när svaret är ja.");
        if (await db.Testbeds.Where(one => one.Id == request.TestbedId).Select(one => one.ContactEmail).FirstAsync(cancellationToken) is { } contact)
        {
            using var _ = new SpeakingTo("sv");
            db.Send(new(contact, texts["Ett tecknat avtal har kommit in"], texts["Hej!\n\nEn partner har skickat in ett tecknat avtal. Läs det här:\n{0}\n", $"{instance.PublicAddress}/arbete/testforfragningar/{id}"], id.ToString()));
        }

        return await AddAsync(request.TestbedId, id, request.AuthorityId, name, upload, SignedFor(id), cancellationToken);
    }

    private async Task<Outcome<Guid>> AddAsync(Guid testbed, Guid? request, Guid authority, string? name, Upload? upload, IQueryable<Agreement> beside, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(name)) errors.Add(new("name", "Namn: fyll i."));
        else if (name.Trim().Length > Agreement.LongestName) errors.Add(new("name", new Text("{0}: högst {1} tecken.", new Text("Namn"), Agreement.LongestName)));
        if (upload is null) errors.Add(new("file", "Fil: välj en fil."));
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        if (await beside.CountAsync(cancellationToken) >= Agreement.Most) return Problem.Conflict(new Text("Det kan finnas högst {0} avtal här.", Agreement.Most));
        if ((await files.SaveAsync(upload!, Rules, cancellationToken)).Failed(out var problem, out var stored)) return problem;
        if (!await db.KeepFileAsync(stored.Id, KeptFor, time.GetUtcNow(), cancellationToken)) return Problem.Conflict("Filen gick inte att spara. Välj den igen.");
        var agreement = new Agreement { Id = Guid.CreateVersion7(), TestbedId = testbed, RequestId = request, Name = name!.Trim(), FileId = stored.Id, AddedById = me.Id, AddedAt = time.GetUtcNow() };
        db.Agreements.Add(agreement);
        db.Audit(new("testbeds.agreement-added", "agreement", agreement.Id, me.Id, authority));
        await db.SaveChangesAsync(cancellationToken);
        return agreement.Id;
    }

    private async Task<IReadOnlyList<AgreementLine>> ListAsync(IQueryable<Agreement> agreements, CancellationToken cancellationToken)
    {
        var rows = await agreements.AsNoTracking().OrderBy(one => one.Name).ThenBy(one => one.Id).Take(Agreement.Most).ToListAsync(cancellationToken);
        var stored = await files.FindAsync([.. rows.Select(one => one.FileId)], cancellationToken);
        return [.. rows.Where(one => stored.ContainsKey(one.FileId)).Select(one => new AgreementLine(one.Id, one.Name, stored[one.FileId].Name, stored[one.FileId].Length, one.AddedAt))];
    }

    private async Task<Outcome<StoredFile>> FileAsync(IQueryable<Agreement> agreements, Guid id, CancellationToken cancellationToken) =>
        await agreements.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is { } agreement && await files.FindAsync(agreement.FileId, cancellationToken) is { } stored ? stored : NoSuchAgreement;

    private IQueryable<Agreement> PublicTemplates(string slug)
    {
        var shown = db.Testbeds.Public(time.GetUtcNow()).Where(testbed => testbed.Slug == slug);
        return db.Agreements.Where(one => one.RequestId == null && shown.Any(testbed => testbed.Id == one.TestbedId));
    }

    private IQueryable<Agreement> TemplatesOf(Testbed testbed) => db.Agreements.Where(one => one.TestbedId == testbed.Id && one.RequestId == null);

    private IQueryable<Agreement> SignedFor(Guid request) => db.Agreements.Where(one => one.RequestId == request);

    private Task<Testbed?> OwnTestbedAsync(string slug, CancellationToken cancellationToken) => db.Testbeds.AsNoTracking().Within(me.Scope(TestbedsPermissions.Manage)).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken);

    private Task<TestRequest?> OwnRequestAsync(Guid id, CancellationToken cancellationToken) => db.TestRequests.AsNoTracking().Within(me.Scope(TestbedsPermissions.Manage)).FirstOrDefaultAsync(one => one.Id == id, cancellationToken);

    private static Outcome<IReadOnlyList<AgreementLine>> Found(IReadOnlyList<AgreementLine> lines) => Outcome<IReadOnlyList<AgreementLine>>.FromT(lines);
}
