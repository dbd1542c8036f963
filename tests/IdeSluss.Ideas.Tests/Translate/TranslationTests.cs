using System.Net;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Ideas.Tests.Coach;
using IdeSluss.Sdk.Results;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Translate;

public sealed class SkellefteaWithoutHold() : TestHost(new TestHostOptions { Municipality = "skelleftea", Settings = new Dictionary<string, string?> { ["IdeSluss:ReplyHold"] = "00:00:00" } });

/// <summary>An idea in another language: who reads it, what is shown, and the answer in the submitter's language.</summary>
public sealed class TranslationTests(SkellefteaWithoutHold host, TestHost pitea) : IClassFixture<SkellefteaWithoutHold>, IClassFixture<TestHost>
{
    private const string Finnish = "Haluaisin, että vanhusten päiväkeskuksessa olisi suomenkielinen lukupiiri kerran viikossa.";
    private const string InSwedish = "Jag vill att de äldres dagcentral har en läsecirkel på finska en gång i veckan.";

    private CoachDesk Desk => new(host);

    [Fact]
    public async Task Where_the_submitter_has_a_right_to_the_language_the_task_says_so_and_elsewhere_it_asks_for_a_reader()
    {
        var here = await TaskAsync(Desk, (await Desk.SubmitAsync(Finnish)).CaseNumber, CoachTaskKind.OtherLanguage);
        var there = await TaskAsync(new CoachDesk(pitea), (await new CoachDesk(pitea).SubmitAsync(Finnish)).CaseNumber, CoachTaskKind.OtherLanguage);

        Assert.Equal(("Hitta någon som kan läsa idén och svara på idégivarens språk.", "fi"), (here.What, here.Language));
        Assert.Equal("Hitta någon som läser språket som idén är skriven på.", there.What);
    }

    [Fact]
    public async Task The_public_page_shows_the_translation_and_the_original_each_in_its_language_and_says_who_translated()
    {
        var number = await SortedAsync();
        Assert.Null((await SaveAsync(number, "sv", InSwedish)).Problem);
        using var anyone = host.Visitor();
        var page = await anyone.GetAsync($"/ideer/{number}");
        var texts = PageText.Of(page.Html);

        Assert.Equal("fi", texts.Single(text => text.Text == Finnish).Language);
        Assert.Equal("sv", texts.Single(text => text.Text == InSwedish).Language);
        Assert.True(page.Html.IndexOf(InSwedish, StringComparison.Ordinal) < page.Html.IndexOf("Haluaisin", StringComparison.Ordinal));
        Assert.True(page.Says("Översatt från finska av en tolk eller översättare"), page.Text);
        Assert.True(page.Says("Så skrev idégivaren, på finska"));
        Assert.NotNull((await TaskAsync(Desk, number, CoachTaskKind.OtherLanguage)).DoneAt);
        Assert.Equal(Finnish, (await Desk.CaseAsync(number)).OriginalText);
    }

    [Fact]
    public async Task A_better_translation_is_a_new_document_and_the_newest_is_shown()
    {
        var number = await SortedAsync();
        await SaveAsync(number, "sv", "Den första.");
        await SaveAsync(number, "sv", "Den bättre.");
        using var anyone = host.Visitor();
        var page = await anyone.GetAsync($"/ideer/{number}");

        Assert.True(page.Says("Den bättre.") && !page.Says("Den första."));
        Assert.Equal(2, await Desk.QueryAsync(db => db.Translations.CountAsync(translation => db.Ideas.Any(idea => idea.Id == translation.IdeaId && idea.CaseNumber == number))));
    }

    [Fact]
    public async Task A_decision_is_owed_in_a_language_one_has_a_right_to_and_the_submitter_reads_it_there()
    {
        var receipt = await Desk.SubmitAsync(Finnish);
        await SortAsync(receipt.CaseNumber);
        var owed = await TaskAsync(Desk, receipt.CaseNumber, CoachTaskKind.TranslateReply);
        Assert.Equal("fi", owed.Language);
        Assert.Null((await SaveAsync(receipt.CaseNumber, "fi", "Jatkamme ideasi kanssa.", owed.DecisionId)).Problem);

        Assert.NotNull((await TaskAsync(Desk, receipt.CaseNumber, CoachTaskKind.TranslateReply)).DoneAt);
        using var submitter = host.Visitor();
        var own = await submitter.PostFormAsync("/folj", new { receipt.Code });
        Assert.Equal("fi", PageText.Of(own.Html).Single(text => text.Text == "Jatkamme ideasi kanssa.").Language);
        using var anyone = host.Visitor();
        Assert.False((await anyone.GetAsync($"/ideer/{receipt.CaseNumber}")).Says("Jatkamme"));
    }

    [Fact]
    public async Task Whoever_asks_for_the_decision_in_a_language_makes_one_task_however_often_they_press()
    {
        var receipt = await Desk.SubmitAsync("Fler bänkar längs ån.");
        await Desk.SortAsync(receipt.CaseNumber, CoachDesk.Decide("ADVANCE"));
        using var submitter = host.Visitor();
        await submitter.PostFormAsync("/folj", new { receipt.Code });
        var page = await submitter.PostFormAsync("/folj/arende", new { Language = "se" }, "Be om översättning");
        Assert.True(page.Says("Vi översätter beslutet"), page.Text);
        var id = (await Desk.CaseAsync(receipt.CaseNumber)).Id;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.InScopeAsync(services => services.GetRequiredService<AskForTranslation>().HandleAsync(id, "fi", null, TestContext.Current.CancellationToken))));

        Assert.Equal(["fi", "se"], await Desk.QueryAsync(db => db.Tasks.Where(task => task.IdeaId == id && task.Kind == CoachTaskKind.TranslateReply).Select(task => task.Language!).OrderBy(language => language).ToListAsync()));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("tlh")]
    [InlineData("")]
    public async Task Only_languages_that_are_offered_can_be_asked_for(string language)
    {
        var receipt = await Desk.SubmitAsync("Fler bänkar.");
        await Desk.SortAsync(receipt.CaseNumber, CoachDesk.Decide("ADVANCE"));
        using var submitter = host.Visitor();
        using var answer = await submitter.ApiAsync(HttpMethod.Post, "/api/v1/ideas/by-code/translations", new { language }, ("Idea-Code", receipt.Code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Before_there_is_a_decision_there_is_nothing_to_translate()
    {
        var receipt = await Desk.SubmitAsync(Finnish);
        using var submitter = host.Visitor();
        using var answer = await submitter.ApiAsync(HttpMethod.Post, "/api/v1/ideas/by-code/translations", new { language = "fi" }, ("Idea-Code", receipt.Code));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.False((await submitter.PostFormAsync("/folj", new { receipt.Code })).Says("Få beslutet på ett annat språk"));
    }

    [Fact]
    public async Task A_coach_who_corrects_the_language_changes_what_is_to_be_done()
    {
        var number = (await Desk.SubmitAsync(Finnish)).CaseNumber;
        Assert.Null((await Desk.SortAsync(number, null, request => request with { Language = "sv" })).Problem);
        Assert.True((await TaskAsync(Desk, number, CoachTaskKind.OtherLanguage)).Cancelled);
        Assert.False((await Desk.CaseAsync(number)).Hints.HasFlag(SensitiveHints.OtherLanguage));

        Assert.Null((await Desk.SortAsync(number, null, request => request with { Language = "fit" })).Problem);
        var open = await TaskAsync(Desk, number, CoachTaskKind.OtherLanguage);
        Assert.Equal(("fit", false), (open.Language, open.Cancelled));
    }

    [Fact]
    public async Task Wrong_and_empty_fields_are_named_and_nothing_is_saved()
    {
        var number = await SortedAsync();

        Assert.Equal(["Language", "By", "Text"], Fields(await SaveAsync(number, "fi", "", by: null)));
        Assert.Equal(["Text"], Fields(await SaveAsync(number, "sv", new string('a', SaveTranslation.MostText + 1))));
        Assert.Equal(ProblemKind.NotFound, (await SaveAsync(number, "sv", "Text", Guid.CreateVersion7())).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await SaveAsync("IDE-2026-999999", "sv", "Text")).Problem!.Kind);
    }

    /// <summary>What rules recognise must be something a coach can keep: a guess outside the list would be lost at the first save.</summary>
    [Theory]
    [InlineData("Chciałbym, żeby dzieci mogły częściej korzystać z hali sportowej, proszę.", "pl")]
    [InlineData("Ich möchte, dass die Kinder auch im Winter mit dem Fahrrad zur Schule fahren können.", "de")]
    [InlineData("أريد أن تكون هناك دروس سباحة للنساء في المسبح البلدي.", "ar")]
    public void Every_language_that_is_recognised_is_in_the_list(string text, string language)
    {
        Assert.Equal(language, TextReview.Of(text).Language);
        Assert.True(TextLanguages.Exists(language));
    }

    private static IEnumerable<string> Fields<T>(Outcome<T> outcome) => outcome.Problem!.Errors.Select(error => error.Field);

    private async Task<string> SortedAsync()
    {
        var number = (await Desk.SubmitAsync(Finnish)).CaseNumber;
        await SortAsync(number);
        return number;
    }

    private async Task SortAsync(string number) =>
        Assert.Null((await Desk.SortAsync(number, CoachDesk.Decide("ADVANCE"), request => request with { PublicTitle = "Läsecirkel på finska", PublicText = Finnish, Language = "fi" })).Problem);

    private Task<Outcome<TranslationReceipt>> SaveAsync(string number, string language, string text, Guid? decision = null, TranslatedBy? by = TranslatedBy.Interpreter) =>
        Desk.AsCoachAsync(services => services.GetRequiredService<SaveTranslation>().HandleAsync(new(number, decision, language, by, text), TestContext.Current.CancellationToken));

    private static Task<CoachTask> TaskAsync(CoachDesk desk, string number, CoachTaskKind kind) =>
        desk.QueryAsync(db => db.Tasks.AsNoTracking().Where(task => task.Kind == kind && db.Ideas.Any(idea => idea.Id == task.IdeaId && idea.CaseNumber == number)).OrderByDescending(task => task.Id).FirstAsync());
}
