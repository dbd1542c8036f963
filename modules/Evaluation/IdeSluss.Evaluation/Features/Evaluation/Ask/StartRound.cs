using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

/// <param name="Sheet">Code of the sheet; null for the gate's own.</param>
/// <param name="Reviewers">Those chosen by hand; empty lets the balance choose <paramref name="Wanted"/>.</param>
internal sealed record StartRequest(string? Sheet, DateOnly? LastDay, IReadOnlyList<Guid>? Reviewers, int? Wanted);

/// <summary>What one sees before anyone is asked.</summary>
/// <param name="OpenRound">The round that is under way already.</param>
internal sealed record StartView(JudgedCase Idea, IReadOnlyList<ChosenSheet> Sheets, ChosenSheet? Sheet, DateOnly LastDay, IReadOnlyList<ProposedReviewer> People, Guid? OpenRound);

internal sealed record ChosenSheet(Guid Id, string Code, Guid VersionId, SheetContent Content);

/// <summary>Asks people to judge an idea before its next decision. Ties are looked at before anyone is asked.</summary>
internal sealed class StartRound(EvaluationDbContext db, IJudgedCases cases, Proposals proposals, ReviewMail mail, CurrentUser me, TimeProvider time)
{
    public const int UsualWorkingDays = 10;
    public const int LongestDays = 120;
    private const int MostAttempts = 5;

    public static readonly Problem NoSuchCase = Problem.NotFound("Ärendet finns inte, eller så är det inte ditt.");

    public async Task<Outcome<StartView>> ReadAsync(string caseNumber, string? sheet, int? wanted, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } idea) return NoSuchCase;
        if (idea.Gate is not { } gate) return NothingAhead;
        var sheets = await SheetsOfAsync(gate.Code, cancellationToken);
        var chosen = sheets.FirstOrDefault(one => one.Code == sheet) ?? (sheets is [var usual, ..] ? usual : null);
        var open = await db.Rounds.AsNoTracking().Where(one => one.IdeaId == idea.IdeaId && one.Gate == gate.Code && one.ClosedAt == null).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
        var people = chosen is null ? [] : await proposals.OfAsync(idea, chosen.Content, Math.Clamp(wanted ?? Proposals.Usual, 1, Round.MostReviewers), [], [], cancellationToken);
        return new StartView(idea, sheets, chosen, WorkingDays.Add(time.StockholmToday(), UsualWorkingDays), people, open);
    }

    public async Task<Outcome<Guid>> HandleAsync(string caseNumber, StartRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is not { } idea) return NoSuchCase;
        if (idea.Gate is not { } gate) return NothingAhead;
        var sheets = await SheetsOfAsync(gate.Code, cancellationToken);
        var sheet = sheets.FirstOrDefault(one => request.Sheet is null || one.Code == request.Sheet);
        if (sheet is null) return Problem.Invalid(new FieldError("sheet", "Det finns ingen sådan bedömningsmall för beslutet. Välj en annan, eller be den som sköter mallarna att lägga till en."));
        var lastDay = request.LastDay ?? WorkingDays.Add(time.StockholmToday(), UsualWorkingDays);
        if (CheckDay(lastDay) is { } wrong) return Problem.Invalid(wrong);
        var by = new Starting(idea, gate.Code, sheet, lastDay, time.GetUtcNow(), me.RequiredId);
        for (var attempt = 0; ; attempt++)
        {
            // Other modules are asked before the lock is taken: whoever waits for it must not hold two connections.
            if ((await ChooseAsync(by, request, cancellationToken)).Failed(out var problem, out var people)) return problem;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockAskingAsync(cancellationToken);
            if (request.Reviewers is not { Count: > 0 } && attempt < MostAttempts && await GotMoreAsync(people, cancellationToken)) continue;
            var round = Add(by, people);
            if (!await db.TryAddAsync(cancellationToken)) return Problem.Conflict("Idén bedöms redan inför det här beslutet.");
            await transaction.CommitAsync(cancellationToken);
            return round.Id;
        }
    }

    /// <summary>Somebody else asked one of them in between.</summary>
    private async Task<bool> GotMoreAsync(IReadOnlyList<Candidate> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(one => one.Person.Id).ToList();
        var waiting = await db.Reviews.Where(one => ids.Contains(one.ReviewerId) && one.State == ReviewState.Waiting).GroupBy(one => one.ReviewerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
        return people.Any(one => waiting.GetValueOrDefault(one.Person.Id) != one.Waiting);
    }

    /// <summary>With the next save: the round, and a question to each.</summary>
    public Round Add(Starting by, IReadOnlyList<Candidate> people)
    {
        var now = time.GetUtcNow();
        var round = new Round
        {
            Id = Guid.CreateVersion7(), IdeaId = by.Idea.IdeaId, CaseNumber = by.Idea.CaseNumber, Gate = by.Gate, AuthorityId = by.Idea.AuthorityId, UnitId = by.Idea.UnitId, SheetId = by.Sheet.Id, SheetVersionId = by.Sheet.VersionId,
            OpensAt = by.OpensAt, LastDay = by.LastDay, Wanted = people.Count, StartedById = by.StartedBy, DecisionId = by.DecisionId, StartedAt = now,
        };
        db.Rounds.Add(round);
        foreach (var person in people) Ask(round, person, null);
        db.Publish(new RoundStarted(round.Id, round.IdeaId, round.CaseNumber, round.Gate, people.Count, by.StartedBy, by.OpensAt, by.DecisionId), round.IdeaId);
        db.Audit(new("evaluation.round-started", "round", round.Id, by.StartedBy, round.AuthorityId, new Dictionary<string, string> { ["gate"] = round.Gate, ["asked"] = string.Join(' ', people.Select(one => one.Person.Id)) }));
        return round;
    }

    public Review Ask(Round round, Candidate person, Guid? insteadOf)
    {
        var review = new Review { Id = Guid.CreateVersion7(), RoundId = round.Id, ReviewerId = person.Person.Id, UnitId = person.UnitId, AskedAt = time.GetUtcNow(), InsteadOfId = insteadOf };
        db.Reviews.Add(review);
        review.MailId = mail.Ask(round, review, person.Person);
        return review;
    }

    /// <summary>The newest version of each sheet for the gate, its own first.</summary>
    public async Task<IReadOnlyList<ChosenSheet>> SheetsOfAsync(string gate, CancellationToken cancellationToken) => await
        (from sheet in db.Sheets.AsNoTracking()
         where sheet.Gate == gate && sheet.State == SheetState.Used
         let version = db.SheetVersions.Where(one => one.SheetId == sheet.Id).OrderByDescending(one => one.Number).First()
         orderby sheet.IsDefault descending, sheet.Code
         select new ChosenSheet(sheet.Id, sheet.Code, version.Id, version.Content)).Take(50).ToListAsync(cancellationToken);

    private async Task<Outcome<IReadOnlyList<Candidate>>> ChooseAsync(Starting by, StartRequest request, CancellationToken cancellationToken)
    {
        var byHand = request.Reviewers?.Distinct().ToList() ?? [];
        var wanted = byHand.Count > 0 ? byHand.Count : request.Wanted ?? Proposals.Usual;
        if (wanted is < 1 or > Round.MostReviewers) return Problem.Invalid(new FieldError("reviewers", new Text("Välj mellan {0} och {1} personer.", 1, Round.MostReviewers)));
        var people = await proposals.OfAsync(by.Idea, by.Sheet.Content, wanted, [], [], cancellationToken);
        return byHand.Count > 0 ? ChosenByHand(people, byHand) : Proposed(people);
    }

    public static Outcome<IReadOnlyList<Candidate>> ChosenByHand(IReadOnlyList<ProposedReviewer> people, IReadOnlyList<Guid> byHand)
    {
        var errors = byHand.Select(id => people.FirstOrDefault(one => one.Candidate.Person.Id == id) switch
        {
            null => new FieldError("reviewers", "Någon av dem som du har valt bedömer inte idéer här. Välj igen."),
            { MayBeChosen: false } one => new FieldError("reviewers", new Text("{0}: {1}.", one.Candidate.Person.DisplayName, HinderRules.Say(one.Hinder!.Value))),
            _ => null,
        }).OfType<FieldError>().ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);
        return Outcome<IReadOnlyList<Candidate>>.FromT([.. people.Where(one => byHand.Contains(one.Candidate.Person.Id)).Select(one => one.Candidate)]);
    }

    private static Outcome<IReadOnlyList<Candidate>> Proposed(IReadOnlyList<ProposedReviewer> people)
    {
        var chosen = people.Where(one => one.Proposed).Select(one => one.Candidate).ToList();
        return chosen.Count > 0 ? Outcome<IReadOnlyList<Candidate>>.FromT(chosen) : NobodyMay(people);
    }

    /// <summary>Everyone stands in the way of themselves: said person by person, with what to do.</summary>
    public static Problem NobodyMay(IReadOnlyList<ProposedReviewer> people) => Problem.Conflict(
        "Ingen av dem som brukar bedöma kan bedöma den här idén. Lägg till någon från en annan enhet bland bedömarna, eller välj för hand.",
        [.. people.Where(one => one.Takes && one.Hinder is not null).Select(one => new FieldError("reviewers", new Text("{0}: {1}.", one.Candidate.Person.DisplayName, HinderRules.Say(one.Hinder!.Value))))]);

    private FieldError? CheckDay(DateOnly lastDay)
    {
        var today = time.StockholmToday();
        if (lastDay <= today) return new("lastDay", "Välj en dag som kommer.");
        return lastDay > today.AddDays(LongestDays) ? new("lastDay", new Text("Välj en dag inom {0} dagar.", LongestDays)) : null;
    }

    private async Task<JudgedCase?> FindAsync(string caseNumber, CancellationToken cancellationToken) =>
        await cases.FindAsync(caseNumber, cancellationToken) is { } idea && me.Scope(EvaluationPermissions.Ask).Covers(idea.AuthorityId, idea.UnitId) ? idea : null;

    private static readonly Problem NothingAhead = Problem.Conflict("Idén väntar inte på något beslut nu, så det finns inget att bedöma.");
}

/// <summary>What a round is begun with.</summary>
/// <param name="DecisionId">The decision that a rule follows; it can be taken back until <paramref name="OpensAt"/>.</param>
internal sealed record Starting(JudgedCase Idea, string Gate, ChosenSheet Sheet, DateOnly LastDay, DateTimeOffset OpensAt, Guid? StartedBy, Guid? DecisionId = null);
