using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>Saves a hundred rows in one transaction, and knows which of them are here already.</summary>
internal sealed class ImportBatches(IdeasDbContext db, CaseNumbers numbers, FollowCodes codes, IWorkflowRegistry workflows, ImportReceipts receipts, LanguageRights rights, TimeProvider time)
{
    private const int MostAttempts = 5;

    public async Task WriteAsync(IReadOnlyList<ImportedIdea> rows, Guid runId, ImportOptions options, ImportCounts counts, SeenRows? tried, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return;
        for (var attempt = 1; ; attempt++)
        {
            var fresh = new List<ImportedIdea>();
            var verdicts = await JudgeAsync(rows, fresh, tried, cancellationToken);
            try
            {
                var ideas = options.DryRun ? [.. fresh.Select(Thought)] : await SaveAsync(fresh, runId, options, cancellationToken);
                Count(fresh, ideas, verdicts, counts);
                return;
            }
            catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } && attempt < MostAttempts)
            {
                // Someone reads the same rows in at the same time: what they were first with is here now.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Sorts out what is here already, or has been met earlier in the file.</summary>
    private async Task<Verdicts> JudgeAsync(IReadOnlyList<ImportedIdea> rows, List<ImportedIdea> fresh, SeenRows? tried, CancellationToken cancellationToken)
    {
        var keys = rows.Select(row => row.Submission.SubmissionKey).ToList();
        var here = await db.Ideas.Where(idea => keys.Contains(idea.SubmissionKey))
            .Join(db.Set<ImportedRow>(), idea => idea.Id, row => row.IdeaId, (idea, row) => new { idea.SubmissionKey, idea.CaseNumber, row.ContentHash })
            .ToDictionaryAsync(one => one.SubmissionKey, cancellationToken);
        var own = await OwnCase.FindAsync(db, rows, cancellationToken);
        var met = new Dictionary<string, ImportedIdea>();
        var verdicts = new Verdicts();
        foreach (var row in rows)
        {
            var key = row.Submission.SubmissionKey;
            if (here.TryGetValue(key, out var stored))
            {
                if (stored.ContentHash.AsSpan().SequenceEqual(row.ContentHash)) verdicts.Already++;
                else verdicts.Changed.Add(new(row.Line, ImportColumn.Id.Name, new Text("numret är redan inläst som {0}, men raden säger något annat nu. Ändra i ärendet om det behövs.", stored.CaseNumber)));
            }
            else if (row.ExternalId is { } number && own.TryGetValue(number, out var same) && same.Is(row))
            {
                if (same.SaysTheSame(row)) verdicts.Already++;
                else verdicts.Changed.Add(new(row.Line, ImportColumn.Id.Name, new Text("{0} är ett ärende här, men raden säger något annat nu. Ändra i ärendet om det behövs.", number)));
            }
            else if (SaidBefore(row) is { } theSame)
            {
                if (theSame) verdicts.Already++;
                else verdicts.Changed.Add(new(row.Line, ImportColumn.Id.Name, "numret står på en tidigare rad i filen, med ett annat innehåll. Bara den första läses in."));
            }
            else
            {
                met[key] = row;
                fresh.Add(row);
            }
        }

        return verdicts;

        // Null for the first row with this key; otherwise whether that one said the same.
        bool? SaidBefore(ImportedIdea row) => met.TryGetValue(row.Submission.SubmissionKey, out var earlier)
            ? earlier.ContentHash.AsSpan().SequenceEqual(row.ContentHash)
            : tried?.Before(row.Submission.SubmissionKey, row.ContentHash);
    }

    private async Task<List<Idea>> SaveAsync(List<ImportedIdea> fresh, Guid runId, ImportOptions options, CancellationToken cancellationToken)
    {
        if (fresh.Count == 0) return [];
        var now = time.GetUtcNow();
        var workflow = IdeaIntake.Workflow(workflows);
        var caseNumbers = await numbers.NextAsync(fresh.Count, now, cancellationToken);
        var hashes = await CodesAsync(fresh, cancellationToken);
        var ideas = fresh.Select((row, at) => Add(row, caseNumbers[at], hashes[at], workflow, runId, options, now)).ToList();
        if (options.Notify) receipts.Send(ideas, now);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return ideas;
    }

    private Idea Add(ImportedIdea row, string caseNumber, byte[] codeHash, WorkflowDefinition workflow, Guid runId, ImportOptions options, DateTimeOffset now)
    {
        var received = row.ReceivedAt ?? now;
        var idea = Create(row, caseNumber, codeHash, workflow, received);
        db.Add(idea);
        db.Add(new ImportedRow { IdeaId = idea.Id, RunId = runId, ExternalId = row.ExternalId, ContentHash = row.ContentHash, Line = row.Line });
        db.Timeline.Add(IdeaIntake.Line(idea, TimelineKinds.Received, workflow.Start.Code, received));
        if (row.Closed is { } closed)
        {
            Close(idea, closed, workflow);
            db.Timeline.Add(IdeaIntake.Line(idea, TimelineKinds.StageEntered, idea.Stage, closed.At, note: closed.Answer));
        }
        else
        {
            db.Timeline.Add(IdeaIntake.Line(idea, TimelineKinds.Registered, IdeaIntake.Register(idea, workflow, now), now));
            if (idea.Hints.HasFlag(SensitiveHints.OtherLanguage)) db.Tasks.Add(LanguageTasks.FindReader(idea, rights.For(idea.Language, now.StockholmDay()) is not null, now));
        }

        db.Timeline.Add(IdeaIntake.Line(idea, TimelineKinds.Imported, null, now, Audience.Internal, row.Note));
        db.Publish(new IdeaSubmitted(idea.Id, idea.CaseNumber, idea.AuthorityId, idea.Channel, received), idea.Id);
        if (row.Closed is not null) db.Publish(new IdeaClosed(idea.Id, idea.CaseNumber, idea.CloseReason!, idea.ClosedAt!.Value), idea.Id);
        else if (options.Notify && idea.Hints.HasFlag(SensitiveHints.Irregularity)) db.Publish(new IrregularityHinted(idea.Id, idea.CaseNumber, idea.AuthorityId, now), idea.Id);
        db.Audit(IdeaIntake.Fact("ideas.imported", idea, options.By));
        return idea;
    }

    /// <summary>As it ended then: nothing here decides anew, and nobody is told again.</summary>
    private static void Close(Idea idea, ClosedIdea closed, WorkflowDefinition workflow)
    {
        idea.Enter(workflow.Stages.First(stage => stage.IsEnd), null, closed.At);
        idea.CloseReason = closed.Reason;
        idea.PublicTitle = closed.PublicTitle;
        idea.PublicText = closed.PublicText;
        // By its own day, so that a thousand old ideas do not stand before the newest.
        idea.PublishedAt = closed.At;
    }

    /// <summary>The codes' hashes; one that another case has takes its next.</summary>
    private async Task<List<byte[]>> CodesAsync(List<ImportedIdea> fresh, CancellationToken cancellationToken)
    {
        var hashes = fresh.Select(row => codes.HashOf(codes.Of(row.Submission.SubmissionKey))).ToList();
        var taken = (await db.Ideas.Where(idea => hashes.Contains(idea.FollowCodeHash)).Select(idea => idea.FollowCodeHash).ToListAsync(cancellationToken)).Select(Convert.ToHexString).ToHashSet();
        for (var at = 0; at < hashes.Count; at++)
            for (var attempt = 1; !taken.Add(Convert.ToHexString(hashes[at])) && attempt < FollowCodes.MostAttempts; attempt++)
                hashes[at] = codes.HashOf(codes.Of(fresh[at].Submission.SubmissionKey, attempt));
        return hashes;
    }

    /// <summary>What a trial would have made, for its hints.</summary>
    private Idea Thought(ImportedIdea row) => Create(row, "", [], IdeaIntake.Workflow(workflows), time.GetUtcNow());

    private static Idea Create(ImportedIdea row, string caseNumber, byte[] codeHash, WorkflowDefinition workflow, DateTimeOffset received)
    {
        var idea = IdeaIntake.Create(row.Submission, caseNumber, codeHash, row.AuthorityId, workflow, received);
        idea.UnitId = row.UnitId;
        idea.NeedSentence = row.NeedSentence;
        if (row.Language is not { } language) return idea;
        // Whoever made the file knows better than the rules that guess.
        idea.Language = language;
        idea.Hints = TextLanguages.NeedsReader(language) ? idea.Hints | SensitiveHints.OtherLanguage : idea.Hints & ~SensitiveHints.OtherLanguage;
        return idea;
    }

    private static void Count(List<ImportedIdea> fresh, List<Idea> ideas, Verdicts verdicts, ImportCounts counts)
    {
        counts.Closed += fresh.Count(row => row.Closed is not null);
        counts.ToSorting += fresh.Count(row => row.Closed is null);
        counts.Already += verdicts.Already;
        counts.Changed += verdicts.Changed.Count;
        foreach (var changed in verdicts.Changed) counts.Errors.Add(changed);
        foreach (var idea in ideas) counts.Saw(idea.Hints);
    }

    private sealed class Verdicts
    {
        public long Already { get; set; }

        public List<RowError> Changed { get; } = [];
    }
}
