using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Assign;
using IdeSluss.Ideas.Features.Ideas.Inbox;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using IdeSluss.Ideas.Features.Ideas.RegisterOnBehalf;
using IdeSluss.Ideas.Features.Ideas.Sort;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Coach;

public sealed class SortingTests(TestHost host) : IClassFixture<TestHost>
{
    private readonly CoachDesk desk = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_button_saves_the_facts_and_decides()
    {
        var idea = await desk.SubmitAsync();
        var receipt = CoachDesk.Value(await desk.SortAsync(idea.CaseNumber, CoachDesk.Decide("ADVANCE")));
        var sorted = await desk.CaseAsync(idea.CaseNumber);

        Assert.Equal(Stages.Need, sorted.Stage);
        Assert.Equal(("Bänkar", Tracks.Small), (sorted.PublicTitle, sorted.Track));
        Assert.Equal(receipt.Decision!.EffectiveAt, sorted.PublishedAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.True(await desk.QueryAsync(db => db.Evidence.AnyAsync(one => one.IdeaId == sorted.Id && one.Form == FormKeys.Sorting && one.Complete, Ct)));
    }

    [Fact]
    public async Task What_is_missing_comes_as_one_list_and_nothing_is_saved_by_halves()
    {
        var idea = await desk.SubmitAsync();
        var outcome = await desk.SortAsync(idea.CaseNumber, CoachDesk.Decide("ADVANCE"), request => request with { NeedSentence = null, Unit = null });

        Assert.Equal(ProblemKind.Conflict, outcome.Problem?.Kind);
        Assert.Equal(["NeedSentence", "Unit"], outcome.Problem!.Errors.Select(error => error.Field));
        Assert.Null((await desk.CaseAsync(idea.CaseNumber)).PublicTitle);
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_what_was_typed_is_kept_on_the_page()
    {
        var idea = await desk.SubmitAsync();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.GetAsync($"/arbete/{idea.CaseNumber}/sortera");
        CoachDesk.Value(await desk.SortAsync(idea.CaseNumber, null, request => request with { PublicText = "Den andres text." }, which: 1));
        var answer = await coach.SubmitAsync(page, [("Input.PublicText", "Det jag just skrev.")], "handling=spara");

        Assert.Equal(412, answer.StatusCode);
        Assert.Contains("Det jag just skrev.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Den andres text.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Den andres text.", (await desk.CaseAsync(idea.CaseNumber)).PublicText);
    }

    [Fact]
    public async Task Masking_is_only_suggested_and_only_what_is_ticked_is_replaced()
    {
        var original = "Ring Greta Exempelsson på 070-174 06 05, tack.";
        var idea = await desk.SubmitAsync(original);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.GetAsync($"/arbete/{idea.CaseNumber}/sortera");
        Assert.Contains(original, page.Forms.SelectMany(form => form.Fields).Single(field => field.Name == "Input.PublicText").Value, StringComparison.Ordinal);

        var phone = MaskChoice.In(original).Single(choice => choice.Found.Contains("070", StringComparison.Ordinal));
        var masked = await coach.SubmitAsync(page, [("Input.Mask", phone.Key)], "handling=maska");
        var text = masked.Forms.SelectMany(form => form.Fields).Single(field => field.Name == "Input.PublicText").Value;
        Assert.DoesNotContain("070", text, StringComparison.Ordinal);
        Assert.Contains("Greta", text, StringComparison.Ordinal);
        Assert.Null((await desk.CaseAsync(idea.CaseNumber)).PublicText);
        Assert.Equal(original, (await desk.CaseAsync(idea.CaseNumber)).OriginalText);
    }

    [Fact]
    public async Task A_coach_of_another_authority_sees_nothing()
    {
        var idea = await desk.SubmitAsync();
        var elsewhere = new PermissionScope(false, [Guid.CreateVersion7()], []);
        Assert.Equal(ProblemKind.NotFound, (await desk.AsCoachAsync(services => services.GetRequiredService<OpenCase>().FindAsync(idea.CaseNumber, Ct), elsewhere)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await desk.SortAsync(idea.CaseNumber, null, scope: elsewhere)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await desk.AsCoachAsync(services => services.GetRequiredService<AssignCase>().HandleAsync(new(idea.CaseNumber, null, 0), Ct), elsewhere)).Problem?.Kind);
        Assert.Empty((await desk.AsCoachAsync(services => services.GetRequiredService<Inbox>().FindAsync(new(InboxFilter.AllOpen), Ct), elsewhere)).Items);
    }

    [Fact]
    public async Task A_coach_does_not_sort_an_idea_of_their_own()
    {
        var own = await desk.AsCoachAsync(services => Task.FromResult(services.GetRequiredService<CurrentUser>().RequiredId));
        var idea = await desk.SubmitAsync(also: submission => submission with { SubmitterId = own, AnswerWay = AnswerWay.Account });
        Assert.Equal(ProblemKind.Forbidden, (await desk.SortAsync(idea.CaseNumber, CoachDesk.Decide("ADVANCE"))).Problem?.Kind);
        CoachDesk.Value(await desk.SortAsync(idea.CaseNumber, CoachDesk.Decide("ADVANCE"), which: 1));
    }

    [Fact]
    public async Task Registering_for_someone_needs_their_consent()
    {
        RegisterRequest Request(string? consent) => new(Guid.CreateVersion7().ToString(), "PHONE", "Mer ljus vid spåret.", null, consent, null, SubmitterKind.Resident, AnswerWay.Telephone, "Påhittad", "070-174 06 05", null, null);
        var refused = await desk.AsCoachAsync(services => services.GetRequiredService<RegisterOnBehalf>().HandleAsync(Request(" "), Ct));
        Assert.Equal(["ConsentNote"], refused.Problem?.Errors.Select(error => error.Field) ?? []);
        var receipt = CoachDesk.Value(await desk.AsCoachAsync(services => services.GetRequiredService<RegisterOnBehalf>().HandleAsync(Request("muntligt i telefon"), Ct)));
        var idea = await desk.CaseAsync(receipt.CaseNumber);
        Assert.Equal(("PHONE", "muntligt i telefon"), (idea.Channel, idea.ConsentNote));
        Assert.NotNull(idea.RegisteredById);
    }

    [Fact]
    public async Task Covering_for_an_absent_coach_hands_over_all_open_cases_but_never_an_own_idea()
    {
        var first = await desk.AsCoachAsync(services => Task.FromResult(services.GetRequiredService<CurrentUser>().RequiredId));
        var second = await desk.AsCoachAsync(services => Task.FromResult(services.GetRequiredService<CurrentUser>().RequiredId), which: 1);
        var ordinary = await desk.SubmitAsync();
        var own = await desk.SubmitAsync(also: submission => submission with { SubmitterId = second, AnswerWay = AnswerWay.Account });
        foreach (var number in new[] { ordinary.CaseNumber, own.CaseNumber }) CoachDesk.Value(await desk.SortAsync(number, null));

        CoachDesk.Value(await desk.AsCoachAsync(services => services.GetRequiredService<CoverForAbsence>().HandleAsync(new(first, second), Ct), which: 1));
        Assert.Equal(second, (await desk.CaseAsync(ordinary.CaseNumber)).CoachId);
        Assert.Null((await desk.CaseAsync(own.CaseNumber)).CoachId);
    }

    public static TheoryData<string, string, int> Matrix()
    {
        var data = new TheoryData<string, string, int>();
        (string Page, string[] Allowed)[] pages =
        [
            ("/arbete", [Personas.Coach, Personas.Registrar, Personas.NeedOwner, Personas.QualityOfficer, Personas.Resident, Personas.Administrator]),
            ("/arbete/registrera", [Personas.Coach, Personas.Registrar]),
            ("/arbete/fordela", [Personas.Coach, Personas.Registrar]),
            ("/arbete/missforhallanden", [Personas.QualityOfficer]),
            ("/arbete/forsenade", [Personas.Coach, Personas.NeedOwner, Personas.QualityOfficer]),
            ("/api/v1/ideas/irregularities", [Personas.QualityOfficer]),
        ];
        foreach (var (page, allowed) in pages)
            foreach (var persona in new[] { Personas.Coach, Personas.Registrar, Personas.NeedOwner, Personas.QualityOfficer, Personas.Resident, Personas.Administrator })
                data.Add(page, persona, allowed.Contains(persona) ? 200 : 403);
        return data;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Each_page_of_the_coach_side_opens_for_its_roles_only(string page, string persona, int status)
    {
        using var visitor = await host.LogInAsAsync(persona);
        Assert.Equal(status, (await visitor.GetAsync(page)).StatusCode);
    }
}
