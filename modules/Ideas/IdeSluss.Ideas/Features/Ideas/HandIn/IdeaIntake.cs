using System.Security.Cryptography;
using System.Text;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>What an idea becomes when it comes in, one by one or read from a file: the case with its hints, its first lines, and what a person must do about it.</summary>
internal static class IdeaIntake
{
    /// <param name="codeHash">Of the code that opens it.</param>
    /// <param name="receivedAt">When it reached the municipality (FL 22 §); for what is handed in here, now.</param>
    public static Idea Create(IdeaSubmission submission, string caseNumber, byte[] codeHash, Guid authority, WorkflowDefinition workflow, DateTimeOffset receivedAt)
    {
        var review = TextReview.Of(submission.Text!);
        var idea = new Idea
        {
            Id = Guid.CreateVersion7(),
            CaseNumber = caseNumber,
            SubmissionKey = submission.SubmissionKey,
            AuthorityId = authority,
            WorkflowKey = workflow.Key,
            WorkflowVersion = workflow.Version,
            Stage = workflow.Start.Code,
            OriginalTitle = submission.Title,
            OriginalText = submission.Text!,
            WhoHasNeed = submission.WhoHasNeed,
            Place = submission.Place,
            Area = submission.Area,
            Language = review.Language,
            Channel = submission.Channel,
            SubmitterKind = submission.SubmitterKind,
            SubmitterId = submission.SubmitterId,
            RegisteredById = submission.RegisteredById,
            ConsentNote = submission.ConsentNote,
            OriginalKeptAt = submission.OriginalKeptAt,
            AnswerWay = submission.AnswerWay,
            FollowCodeHash = codeHash,
            Hints = review.Hints | HintsOfOtherFields(submission),
            ReceivedAt = receivedAt,
        };
        if (submission.Name is not null || submission.Email is not null || submission.Telephone is not null || submission.Address is not null)
            idea.Contact = new Contact { IdeaId = idea.Id, Name = submission.Name, Email = submission.Email, Telephone = submission.Telephone, Address = submission.Address };
        return idea;
    }

    /// <summary>Registration (OSL 5:1) passes by itself: it can never be a no. The promise counts from now.</summary>
    /// <returns>The stage it comes to rest in.</returns>
    public static string Register(Idea idea, WorkflowDefinition workflow, DateTimeOffset now)
    {
        var to = workflow.GateAfter(workflow.Start.Code)?.Outcomes.FirstOrDefault(outcome => !outcome.Negative)?.To
            ?? throw new InvalidOperationException($"The workflow {workflow.Key} has no way on from {workflow.Start.Code}.");
        idea.Enter(workflow.StageOf(to), null, now);
        return to;
    }

    public static TimelineEntry Line(Idea idea, string kind, string? stage, DateTimeOffset at, Audience audience = Audience.Public, string? note = null) =>
        new() { Id = OrderedId.Next(), IdeaId = idea.Id, At = at, VisibleFrom = at, Audience = audience, Kind = kind, Stage = stage, Note = note };

    public static AuditFact Fact(string action, Idea idea, Guid? by) => new(action, "idea", idea.Id, by, idea.AuthorityId, new Dictionary<string, string>
    {
        ["number"] = idea.CaseNumber, ["channel"] = idea.Channel, ["textSha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idea.OriginalText))),
    });

    /// <summary>The default workflow, which every idea begins in.</summary>
    public static WorkflowDefinition Workflow(IWorkflowRegistry workflows) =>
        workflows.Current(DefaultWorkflow.Key) ?? throw new InvalidOperationException($"The workflow {DefaultWorkflow.Key} is not registered.");

    private static SensitiveHints HintsOfOtherFields(IdeaSubmission submission)
    {
        // Where and for whom may hold a name or a number too; the kind of matter and the language are told by the text alone.
        const SensitiveHints personal = SensitiveHints.PersonalNumber | SensitiveHints.Telephone | SensitiveHints.EmailAddress | SensitiveHints.Name | SensitiveHints.NamedPersonsHealth | SensitiveHints.Irregularity | SensitiveHints.Threat;
        return submission.Title is null && submission.WhoHasNeed is null && submission.Place is null
            ? SensitiveHints.None
            : TextReview.Of($"{submission.Title}\n{submission.WhoHasNeed}\n{submission.Place}").Hints & personal;
    }
}
