using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Ideas.Tests.Decide;

public class DecidePagesTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    public async Task An_untrained_manager_decides_a_small_idea_on_one_page()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.True((await manager.GetAsync("/att-besluta")).Says(number));

        var done = await manager.PostFormAsync($"/att-besluta/{number}",
        [
            ("Input.Outcome", "DO_IT"), ("Input.Reason", "Bra och enkelt."), ("Input.Impartial", "true"),
            ("Evidence.andring", "En bänk"), ("Evidence.for-vem", "De som väntar"), ("Evidence.ansvarig", "Gatuchefen"), ("Evidence.klart", "2026-05-01"),
            ("Evidence.test", "nej"), ("Evidence.test-behovs-inte", "det är en bänk"), ("Evidence.effekt", "Fler sitter"),
        ], "Besluta");

        Assert.True(done.Says("Beslutet är fattat") && done.Says("Svaret skickas kl."), done.Text);
        Assert.Equal(Stages.Implementation, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task A_case_of_each_track_is_driven_to_closed_through_the_pages()
    {
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var quick = await host.CaseAsync(Stages.Need, Tracks.DoNow);
        Assert.True((await manager.PostFormAsync($"/att-besluta/{quick}", [("Input.Outcome", "DONE"), ("Evidence.gjort", "Bänken står där."), ("Input.Impartial", "true")], "Besluta")).Says("Beslutet är fattat"));
        Assert.Equal(Stages.Closed, (await host.IdeaAsync(quick)).Stage);

        var small = await host.CaseAsync(Stages.Implementation, Tracks.Small);
        await DecideAsync(manager, small, "ACCEPT", ("Evidence.klart", "Gatukontoret sköter den."));
        await DecideAsync(manager, small, "CLOSE", ("Evidence.utfall", "Fler sitter."));
        Assert.Equal(Stages.Closed, (await host.IdeaAsync(small)).Stage);

        var full = await host.CaseAsync(Stages.Benefit, Tracks.Full);
        using var benefit = await host.LogInAsAsync(Personas.BenefitOwner);
        await host.FillAsync(full, FormKeys.BenefitCalculation, FormKeys.FollowUpSixMonths, FormKeys.FollowUpTwelveMonths);
        var filled = await benefit.PostFormAsync($"/arbete/{full}/underlag/{FormKeys.Spread}", [("Evidence.sprids", "nej"), ("Evidence.sprids-inte", "Alla hållplatser har en bänk nu.")], "Klart");
        Assert.EndsWith($"/att-besluta/{full}", filled.Address);
        await DecideAsync(benefit, full, "CLOSE");
        Assert.Equal(Stages.Closed, (await host.IdeaAsync(full)).Stage);
    }

    [Fact]
    public async Task What_is_missing_is_listed_with_the_way_to_fill_it_in()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var page = await manager.GetAsync($"/att-besluta/{number}");
        Assert.Contains($"/arbete/{number}/underlag/behovskarta", page.Links);
        var refused = await manager.SubmitAsync(page, [("Input.Outcome", "ADVANCE"), ("Input.Reason", "Ja."), ("Input.Impartial", "true")], "Besluta");

        Assert.Equal(409, refused.StatusCode);
        Assert.True(refused.Says("Sex saker saknas före beslut."), refused.Text);
        Assert.Contains("Ja.", refused.Html);
    }

    [Fact]
    public async Task An_empty_decision_keeps_what_was_written_and_says_what_to_mend()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var answer = await manager.PostFormAsync($"/att-besluta/{number}", [("Input.Outcome", "PARK"), ("Input.Participants", "Idérådet <b>")], "Besluta");

        Assert.Equal(422, answer.StatusCode);
        Assert.True(answer.Says("Skriv skälet.") && answer.Says("Kryssa i att inget gör dig partisk."), answer.Text);
        Assert.Contains("Idérådet &lt;b&gt;", answer.Html);
    }

    [Fact]
    public async Task The_reply_is_previewed_before_it_is_sent()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var page = await manager.PostFormAsync($"/att-besluta/{number}", [("Input.Outcome", "DECLINE"), ("Input.Reason", "Det finns redan en bänk.")], "Granska svaret");

        Assert.True(page.Says("Vi går inte vidare med din idé. Skälet är: Det finns redan en bänk. Enhetschefen beslutade den 3 mars. Har något ändrats? Lämna den gärna igen."), page.Text);
        Assert.Equal(Stages.Need, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task A_decision_is_taken_back_from_its_page()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var decided = await manager.PostFormAsync($"/att-besluta/{number}", [("Input.Outcome", "PARK"), ("Input.Reason", "Vänta."), ("Input.Impartial", "true")], "Besluta");

        var back = await manager.SubmitAsync(decided, new { }, "Ta tillbaka");

        Assert.True(back.Says("Beslutet är taget tillbaka"), back.Text);
        Assert.Equal(Domain.IdeaStatus.Active, (await host.IdeaAsync(number)).Status);
    }

    [Fact]
    public async Task The_secretary_enters_what_the_committee_decided_and_members_read_the_basis()
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full);
        await host.FillAllAsync(number, Gates.Implement);
        await host.AdvisedAsync(number);
        var (authority, _) = await host.PlaceOfAsync(Personas.NeedOwner);
        var code = (await host.Database.QueryAsync<string>("select code from people.authority where id = $1", authority)).ToLowerInvariant();
        using var member = await host.LogInAsAsync(Personas.CommitteeMember);
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);

        Assert.True((await member.GetAsync($"/namnd/{code}")).Says(number));
        Assert.Equal(403, (await member.GetAsync($"/namnd/{code}/beslut")).StatusCode);
        Assert.Equal(404, (await secretary.GetAsync("/namnd/finns-inte/beslut")).StatusCode);
        var done = await secretary.PostFormAsync($"/namnd/{code}/beslut?nummer={number}",
            [("Input.Outcome", "APPROVE"), ("Input.CommitteeParagraph", "§ 42"), ("Input.MeetingDay", "2026-03-02"), ("Input.Reason", "Nämnden vill ha bänkar."), ("Input.Impartial", "true")], "Skriv in beslutet");

        Assert.True(done.Says("§ 42"), done.Text);
        Assert.Equal(Stages.Implementation, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task The_idea_board_gives_advice_that_the_decider_reads()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        Assert.True((await board.GetAsync("/att-bedoma")).Says(number));

        await board.PostFormAsync($"/att-bedoma/{number}", new { Recommendation = "YES_BUT", Text = "Börja med en hållplats." }, "Lämna bedömning");

        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.True((await head.GetAsync($"/att-besluta/{number}")).Says("Börja med en hållplats."));
    }

    [Fact]
    public async Task A_coach_changes_the_track_with_a_reason()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var coach = await host.LogInAsAsync(Personas.Coach);

        Assert.Equal(422, (await coach.PostFormAsync($"/arbete/{number}/spar", new { Track = Tracks.Full })).StatusCode);
        await coach.PostFormAsync($"/arbete/{number}/spar", new { Track = Tracks.Full, Reason = "Den berör flera enheter." });

        Assert.Equal(Tracks.Full, (await host.IdeaAsync(number)).Track);
    }

    [Theory]
    [InlineData("/att-besluta", Personas.NeedOwner, 200)]
    [InlineData("/att-besluta", Personas.Coach, 403)]
    [InlineData("/att-besluta", Personas.Employee, 403)]
    [InlineData("/att-bedoma", Personas.IdeaBoard, 200)]
    [InlineData("/att-bedoma", Personas.Coach, 403)]
    [InlineData("/att-besluta/26T999999", Personas.NeedOwner, 404)]
    [InlineData("/arbete/26T999999/underlag/fokus", Personas.NeedOwner, 404)]
    [InlineData("/arbete/26T999999/underlag/fokus", Personas.Employee, 403)]
    [InlineData("/arbete/26T999999/spar", Personas.NeedOwner, 403)]
    [InlineData("/arbete/26T999999/jav", Personas.Employee, 404)]
    [InlineData("/arbete/26T999999/beslut/0197f3a0-0000-7000-8000-000000000000", Personas.NeedOwner, 404)]
    [InlineData("/namnd/sn", Personas.NeedOwner, 403)]
    public async Task Each_page_opens_for_its_roles_only(string address, string persona, int expected)
    {
        using var visitor = await host.LogInAsAsync(persona);
        Assert.Equal(expected, (await visitor.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/att-besluta", Personas.EqualityAdvisor, "/att-bedoma")]
    [InlineData("/att-bedoma", Personas.NeedOwner, "/att-besluta")]
    [InlineData("/att-besluta", Personas.CommitteeMember, "/arbete")]
    [InlineData("/att-bedoma", Personas.CommitteeMember, "/arbete")]
    public async Task Whoever_decides_gives_advice_or_sits_in_a_namnd_is_led_from_the_others_list_to_their_own(string address, string persona, string expected)
    {
        using var visitor = await host.LogInAsAsync(persona);
        var page = await visitor.GetAsync(address);
        Assert.Equal((200, expected), (page.StatusCode, page.Address));
    }

    private static async Task DecideAsync(Visitor visitor, string number, string outcome, params (string, string)[] evidence)
    {
        var page = await visitor.PostFormAsync($"/att-besluta/{number}", [("Input.Outcome", outcome), ("Input.Reason", "Det är värt det."), ("Input.Impartial", "true"), .. evidence], "Besluta");
        Assert.True(page.Says("Beslutet är fattat"), page.Text);
    }
}
