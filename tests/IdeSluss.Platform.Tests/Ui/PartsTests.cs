using IdeSluss.Sdk.Results;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Xunit;

namespace IdeSluss.Platform.Tests.Ui;

public sealed class PartsTests
{
    [Fact]
    public void The_steps_say_in_words_where_the_idea_is()
    {
        var steps = Rendered.Of(new StepListTagHelper(Rendered.Texts) { Current = 2 });

        Assert.Equal(["step"], steps.Values("aria-current"));
        Assert.Contains("Här är idén nu", steps.Text, StringComparison.Ordinal);
        Assert.Equal(["passed", "passed", "current", "ahead", "ahead"], steps.Values("data-state"));
        Assert.All(StepListTagHelper.Names, name => Assert.Contains(name, steps.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_finished_idea_has_passed_every_step()
    {
        var steps = Rendered.Of(new StepListTagHelper(Rendered.Texts) { Current = 4, Done = true });

        Assert.All(steps.Values("data-state"), state => Assert.Equal("passed", state));
        Assert.Empty(steps.Values("aria-current"));
    }

    [Fact]
    public void The_error_summary_counts_and_leads_to_the_fields()
    {
        var view = Rendered.View(("Input.Text", "Berätta om din idé: fältet är tomt."), ("Input.Title", "Rubriken är för lång."));
        var summary = Rendered.Of(new ErrorSummaryTagHelper(Rendered.Texts) { ViewContext = view });

        Assert.Contains("Rätta 2 saker. Din text är kvar.", summary.Text, StringComparison.Ordinal);
        Assert.Equal(["#Input_Text", "#Input_Title"], summary.Values("href"));
        Assert.Equal(["-1"], summary.Values("tabindex"));
    }

    [Fact]
    public void The_error_summary_says_what_the_problem_says_and_nothing_when_all_is_well()
    {
        var view = Rendered.View();
        Assert.Equal("", Rendered.Of(new ErrorSummaryTagHelper(Rendered.Texts) { ViewContext = view }).Html);

        view.ViewData[ProblemView.MessageKey] = Rendered.Texts.Say(Problem.Stale().Message);
        Assert.Contains("Någon annan har ändrat", Rendered.Of(new ErrorSummaryTagHelper(Rendered.Texts) { ViewContext = view }).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0911-69 60 00", "+46911696000")]
    [InlineData("112", "112")]
    public void A_printed_number_can_be_called(string printed, string called) => Assert.Equal(called, PhoneLink.Of(printed));
}
