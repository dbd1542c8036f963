using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>Takes in an invented idea as <see cref="SubmitIdea"/> takes in a real one, but for the mails.</summary>
internal sealed class DemoIntake(IdeasDbContext db, CaseNumbers numbers, FollowCodes codes, DemoCast cast, IWorkflowRegistry workflows, LanguageRights rights, InstanceInfo instance)
{
    public const string KeyPrefix = "demo:";

    public async Task<DemoCase> ReceiveAsync(DemoIdea demo, DemoCalendar calendar, int number, CancellationToken cancellationToken)
    {
        var idea = await CreateAsync(demo, calendar, number, cancellationToken);
        var current = new DemoCase(demo, idea, calendar, number);
        db.Ideas.Add(idea);
        db.Timeline.Add(current.Line(TimelineKinds.Received, Audience.Public, idea.ReceivedAt, Stages.Received));
        var registered = idea.ReceivedAt.AddSeconds(1);
        IdeaIntake.Register(idea, IdeaIntake.Workflow(workflows), registered);
        db.Timeline.Add(current.Line(TimelineKinds.Registered, Audience.Public, registered));
        db.Audit(new AuditFact("ideas.demo", "idea", idea.Id, null, idea.AuthorityId));
        if (idea.Hints.HasFlag(SensitiveHints.OtherLanguage)) await FindReaderAsync(current, cancellationToken);
        if (idea.Hints.HasFlag(SensitiveHints.Irregularity) && demo.Steps.Count == 0) db.Tasks.Add(ReceiveNow(idea));
        return current;
    }

    private async Task<Idea> CreateAsync(DemoIdea demo, DemoCalendar calendar, int number, CancellationToken cancellationToken)
    {
        var workflow = IdeaIntake.Workflow(workflows);
        var at = calendar.At(demo.Received, DemoCase.Minute(number));
        var key = $"{KeyPrefix}{instance.Slug}:{demo.Key}";
        var review = TextReview.Of(demo.Text);
        var coach = await cast.PersonaAsync(number % 3 == 0 && demo.By != "coach2" ? "coach2" : "coach", cancellationToken);
        var idea = new Idea
        {
            Id = Guid.CreateVersion7(at), CaseNumber = await numbers.NextAsync(at, cancellationToken), SubmissionKey = key, AuthorityId = (await cast.ReceivingAsync(cancellationToken)).Id,
            WorkflowKey = workflow.Key, WorkflowVersion = workflow.Version, Stage = workflow.Start.Code, OriginalTitle = demo.OriginalTitle, OriginalText = demo.Text, Place = demo.Place, Language = review.Language,
            Channel = demo.Channel, SubmitterKind = demo.Kind, SubmitterId = demo.By is null ? null : (await cast.PersonaAsync(demo.By, cancellationToken)).Id, RegisteredById = demo.Consent is null ? null : coach.Id,
            ConsentNote = demo.Consent, OriginalKeptAt = demo.KeptAt, AnswerWay = demo.Answer, FollowCodeHash = codes.HashOf(codes.Of(key, 0)), Hints = review.Hints, ReceivedAt = at,
            CoachId = demo.Steps.Count > 0 ? coach.Id : null,
        };
        if (demo.Contact is { } contact) idea.Contact = new Contact { IdeaId = idea.Id, Name = contact.Name, Telephone = contact.Telephone, Email = contact.Email, Address = contact.Address };
        return idea;
    }

    private async Task FindReaderAsync(DemoCase current, CancellationToken cancellationToken)
    {
        var idea = current.Idea;
        var task = LanguageTasks.FindReader(idea, rights.For(idea.Language, idea.ReceivedAt.StockholmDay()) is not null, idea.ReceivedAt);
        db.Tasks.Add(task);
        if (current.Demo.Translation is not { } translation) return;
        var by = idea.CoachId ?? (await cast.PersonaAsync("coach", cancellationToken)).Id;
        var at = current.At(Math.Max(1, current.Demo.Received - 2), DemoHour.FilledIn);
        db.Translations.Add(new Translation { Id = OrderedId.Next(), IdeaId = idea.Id, Language = translation.Language, FromLanguage = idea.Language, Text = translation.Text, By = translation.By, At = at, SavedById = by });
        db.Timeline.Add(current.Line(TimelineKinds.Translated, Audience.Public, at, by: by, note: translation.Language));
        (task.DoneAt, task.DoneById) = (at, by);
    }

    private static CoachTask ReceiveNow(Idea idea) => new()
    {
        Id = Guid.CreateVersion7(idea.ReceivedAt), IdeaId = idea.Id, Kind = CoachTaskKind.ReceiveIrregularity, Role = Roles.QualityOfficer, AuthorityId = idea.AuthorityId,
        CreatedAt = idea.ReceivedAt, VisibleFrom = idea.ReceivedAt, Due = idea.ReceivedAt.StockholmDay(), What = "Läs genast: det kan vara ett missförhållande.",
    };
}
