using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.People.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IdeSluss.Ideas.Tests.Receiver;

public sealed class ReceiverTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static readonly object Test = new { gate = Gates.Test, outcome = "ADVANCE", reason = "Vi testar.", impartial = true };

    [Fact]
    public async Task No_test_starts_before_a_unit_has_accepted_and_everyone_sees_it_in_advance()
    {
        var number = await ReadyForTestAsync();
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        using var coach = await host.LogInAsAsync(Personas.Coach);

        Assert.Equal(["Mottagare: föreslå en enhet som tar emot resultatet."], await head.MissingForAsync(number, "ADVANCE"));
        Assert.True((await coach.GetAsync($"/arbete/{number}")).Says("föreslå en enhet som tar emot resultatet."));
        Assert.True((await head.GetAsync($"/att-besluta/{number}")).Says("föreslå en enhet som tar emot resultatet."));
        var refused = await head.DecideAsync(number, Test);
        Assert.Equal((HttpStatusCode.Conflict, "mottagare"), (refused.StatusCode, Assert.Single(await refused.ErrorFieldsAsync())));

        await host.AskedAsync(number, Personas.OtherNeedOwner);
        Assert.Contains("har inte svarat än.", Assert.Single(await head.MissingForAsync(number, "ADVANCE")));
        Assert.Equal(HttpStatusCode.Conflict, (await head.DecideAsync(number, Test)).StatusCode);

        using var receiver = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(HttpStatusCode.NoContent, (await receiver.AnswerAsync(number, (await host.ReceiverAsync(number))!.Id, accepts: true)).StatusCode);
        await head.DecidedAsync(number, Test);

        Assert.Equal(Stages.Test, (await host.IdeaAsync(number)).Stage);
        Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Timeline.CountAsync(line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.ReceiverAccepted)));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry e join ideas.ideas i on i.id = e.subject_id where i.case_number = $1 and e.action = 'ideas.receiver-accepted'", number));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Personas.Resident, HttpStatusCode.Forbidden)]
    [InlineData(Personas.Coach, HttpStatusCode.Forbidden)]
    [InlineData(Personas.NeedOwner, HttpStatusCode.NotFound)]
    [InlineData(Personas.DepartmentHead, HttpStatusCode.NotFound)]
    [InlineData(Personas.IdeaBoard, HttpStatusCode.Forbidden)]
    [InlineData(Personas.Archivist, HttpStatusCode.Forbidden)]
    [InlineData(Personas.OtherNeedOwner, HttpStatusCode.NoContent)]
    public async Task Only_the_need_owner_of_the_asked_unit_answers(string? persona, HttpStatusCode expected)
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        var proposal = await host.AskedAsync(number, Personas.OtherNeedOwner);
        using var visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);

        Assert.Equal(expected, (await visitor.AnswerAsync(number, proposal, accepts: true)).StatusCode);
        Assert.Equal(expected == HttpStatusCode.NoContent, (await host.ReceiverAsync(number))!.Status == ReceiverStatus.Accepted);
    }

    [Fact]
    public async Task Nobody_receives_an_idea_of_their_own()
    {
        var owner = await host.PersonAsync(Personas.OtherNeedOwner);
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full, idea => idea.SubmitterId = owner);
        var proposal = await host.AskedAsync(number, Personas.OtherNeedOwner);
        using var manager = await host.LogInAsAsync(Personas.OtherNeedOwner);

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.AnswerAsync(number, proposal, accepts: true)).StatusCode);
        Assert.DoesNotContain(number, (await manager.GetAsync("/att-besluta")).Text);
        // Who is asked instead is the next in line: the one who holds the role for everyone.
        var task = await TaskAsync(number, CoachTaskKind.AnswerReceiver);
        Assert.Equal(await host.PersonAsync(Personas.ChiefExecutive), task.AssigneeId);
    }

    [Fact]
    public async Task Of_a_hundred_answers_at_once_one_counts()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        var proposal = await host.AskedAsync(number, Personas.OtherNeedOwner);
        using var manager = await host.LogInAsAsync(Personas.OtherNeedOwner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => manager.AnswerAsync(number, proposal, accepts: true)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.NoContent), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
        Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Timeline.CountAsync(line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.ReceiverAccepted)));
    }

    [Fact]
    public async Task Of_two_proposals_at_once_one_counts()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        var (_, unit) = await host.PlaceOfAsync(Personas.OtherNeedOwner);
        using var coach = await host.LogInAsAsync(Personas.Coach);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver", Receiving.Terms(unit!.Value))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Other_terms_end_what_was_accepted()
    {
        var number = await ReadyForTestAsync();
        await host.ReceivedByAsync(number, Personas.OtherNeedOwner);
        var accepted = (await host.ReceiverAsync(number))!.Id;
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.Empty(await head.MissingForAsync(number, "ADVANCE"));

        await host.AskedAsync(number, Personas.OtherNeedOwner, replaces: accepted, hours: 400);

        Assert.Equal(HttpStatusCode.Conflict, (await head.DecideAsync(number, Test)).StatusCode);
        Assert.Null((await host.IdeaAsync(number)).ReceivingUnitId);
        Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Timeline.CountAsync(line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.ReceiverEnded)));
        // Whoever still has the old proposal open cannot put it in place of the new.
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, unit) = await host.PlaceOfAsync(Personas.OtherNeedOwner);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver", Receiving.Terms(unit!.Value, replaces: accepted))).StatusCode);
    }

    [Fact]
    public async Task Who_says_no_says_why_and_the_coach_looks_for_another()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        var proposal = await host.AskedAsync(number, Personas.OtherNeedOwner);
        using var manager = await host.LogInAsAsync(Personas.OtherNeedOwner);

        Assert.Equal(["Reason"], await (await manager.AnswerAsync(number, proposal, accepts: false)).ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await manager.AnswerAsync(number, proposal, accepts: false, "Vi flyttar i höst.")).StatusCode);

        Assert.Equal(Roles.IdeaCoach, (await TaskAsync(number, CoachTaskKind.ChooseReceiver)).Role);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.True((await coach.GetAsync($"/arbete/{number}/mottagare")).Says("Vi flyttar i höst."));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.AnswerAsync(number, proposal, accepts: true)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.AnswerAsync(number, proposal, accepts: true, version: 1)).StatusCode);
    }

    [Fact]
    public async Task The_asked_manager_gets_a_mail_a_task_and_a_line_in_what_waits_and_answers_on_one_page()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, unit) = await host.PlaceOfAsync(Personas.OtherNeedOwner);
        var asked = await coach.PostFormAsync($"/arbete/{number}/mottagare", new { UnitId = unit, IfStopped = "Hemlig kanariefågel.", IfRetested = "En månad till.", IfGoesOn = "Vi inför.", Hours = "10", Money = "0" }, "Fråga enheten");
        Assert.Equal($"/arbete/{number}", asked.Address);
        await host.MessagesSettledAsync();

        var mail = Assert.Single(host.Mails.To(Personas.AddressOf(Personas.OtherNeedOwner)), mail => mail.Subject!.Contains(number, StringComparison.Ordinal));
        Assert.Contains($"/att-besluta/{number}/mottagare", mail.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("kanariefågel", mail.TextBody!, StringComparison.Ordinal);
        using var manager = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Contains($"/att-besluta/{number}/mottagare", (await manager.GetAsync("/att-besluta")).Links);
        var task = await manager.GetAsync($"/arbete/uppgifter/{(await TaskAsync(number, CoachTaskKind.AnswerReceiver)).Id}");
        Assert.Contains($"/att-besluta/{number}/mottagare", task.Links);
        Assert.True((await manager.GetAsync($"/att-besluta/{number}/mottagare")).Says("Hemlig kanariefågel."));
        var answered = await manager.PostFormAsync($"/att-besluta/{number}/mottagare", new { Accepts = "ja" }, "Svara");

        Assert.Equal("/att-besluta", answered.Address);
        Assert.DoesNotContain(number, (await manager.GetAsync("/att-besluta")).Text);
        Assert.NotNull((await TaskAsync(number, CoachTaskKind.AnswerReceiver)).DoneAt);
        Assert.Equal(200, (await manager.GetAsync($"/att-besluta/{number}")).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_in_a_proposal_is_said_at_each_field()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);

        var answer = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver", new { unitId = Guid.NewGuid(), ifStopped = " ", ifRetested = new string('x', 1_001), hours = -1 });

        Assert.Equal(new HashSet<string> { "UnitId", "IfStopped", "IfRetested", "IfGoesOn", "Hours", "Money" }, (await answer.ErrorFieldsAsync()).ToHashSet());
    }

    private async Task<string> ReadyForTestAsync()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        await host.FillAllAsync(number, Gates.Test);
        await host.AdvisedAsync(number);
        return number;
    }

    private Task<CoachTask> TaskAsync(string number, CoachTaskKind kind) => host.ReadAsync(number, (db, idea) => db.Tasks.SingleAsync(task => task.IdeaId == idea.Id && task.Kind == kind && !task.Cancelled));
}
