using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ui.Parts;
using Xunit;

namespace IdeSluss.Platform.Tests.Ui;

/// <summary>What the eye sees and what one listens to must be the same case.</summary>
public sealed partial class SluicePictureTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly Arbitrary<SluiceStage[]> Chains = Gen.Zip(Gen.Elements(Enum.GetValues<SluiceState>()), Gen.Elements(Enum.GetValues<SluiceGateState>()))
        .Select(states => new SluiceStage("Etapp", states.Item1, "notis", new SluiceGate("Beslut", states.Item2, states.Item2 == SluiceGateState.Open ? Day : null, "Gå vidare")))
        .NonEmptyListOf().Select(stages => stages.Take(12).ToArray()).ToArbitrary();

    [Fact]
    public void The_lying_picture_the_standing_one_and_the_list_show_the_same_stages_and_gates() => Prop.ForAll(Chains, stages =>
    {
        var chain = Draw(stages);
        var lying = chain.Html[..chain.Html.IndexOf("<ol", StringComparison.Ordinal)];
        var items = Item().Matches(chain.Html).Select(match => match.Value).ToList();

        Assert.Equal(stages.Select(stage => SluiceShapes.NameOf(stage.State)), Values(lying, "data-state"));
        Assert.Equal(stages.Select(stage => SluiceShapes.NameOf(stage.Gate!.State)), Values(lying, "data-gate"));
        Assert.Equal(stages.Length, items.Count);
        foreach (var (stage, item) in stages.Zip(items))
        {
            // Once in the words, once in the drawing of that item.
            Assert.Equal(Enumerable.Repeat(SluiceShapes.NameOf(stage.State), 2), Values(item, "data-state"));
            Assert.Equal(Enumerable.Repeat(SluiceShapes.NameOf(stage.Gate!.State), 2), Values(item, "data-gate"));
            Assert.Equal(stage.State == SluiceState.Current, item.Contains("sluice-boat", StringComparison.Ordinal));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_picture_is_for_the_eye_alone_and_every_state_is_also_a_word() => Prop.ForAll(Chains, stages =>
    {
        var chain = Draw(stages);
        Assert.All(OuterPicture().Matches(chain.Html), match => Assert.Contains("aria-hidden=\"true\"", match.Value, StringComparison.Ordinal));
        var words = WithoutPictures(chain.Html);
        Assert.All(stages, stage => Assert.Contains(InWords(stage.State), words, StringComparison.Ordinal));
        Assert.Equal(stages.Count(stage => stage.Gate!.State == SluiceGateState.Waiting), Regex.Count(words, "Väntar på beslut"));
        Assert.Equal(stages.Count(stage => stage.Gate!.Opened is not null), Regex.Count(words, "<time "));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_state_has_a_form_of_its_own_so_that_colour_is_not_needed()
    {
        var chambers = Enum.GetValues<SluiceState>().Select(state => Draw([new("Etapp", state)]).Html).ToList();
        var gates = Enum.GetValues<SluiceGateState>().Select(state => Draw([new("Etapp", SluiceState.Passed, null, new("Beslut", state))]).Html).ToList();

        Assert.Equal(chambers.Count, chambers.Select(Shapes).Distinct().Count());
        Assert.Equal(gates.Count, gates.Select(Shapes).Distinct().Count());

        static string Shapes(string html) => string.Join(' ', Shape().Matches(html).Select(match => match.Value));
    }

    [Fact]
    public void A_case_whose_clock_stands_still_lies_at_anchor_and_says_so()
    {
        var resting = Rendered.Of(new SluiceChainTagHelper(Rendered.Texts, TimeProvider.System) { Stages = [new("Behov", SluiceState.Current)], Resting = true });

        Assert.Contains("sluice-anchor", resting.Html, StringComparison.Ordinal);
        Assert.Contains("Tiden står still", resting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_of_all_cases_draws_each_kind_as_large_as_it_is()
    {
        var map = Rendered.Of(new SluiceMapTagHelper
        {
            Kinds = [new("I tid", SluiceWater.Calm), new("Sen", SluiceWater.Troubled, Alarm: true)],
            Stages = [new("Behov", [3, 1], "4"), new("Test", [0, 2], "2"), new("Klart", [0, 0], "0")],
        });

        var heights = Regex.Matches(map.Html, """class="map-fill"[^>]*height="([\d.]+)%" [^>]*width="100%" """.TrimEnd()).Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Where(height => height < 100).ToList();
        Assert.Equal([69, 23, 46], heights);
        Assert.Equal(map.Ids.Count, map.Ids.Distinct().Count());
    }

    private static Rendered Draw(SluiceStage[] stages) => Rendered.Of(new SluiceChainTagHelper(Rendered.Texts, TimeProvider.System) { Stages = stages });

    private static string InWords(SluiceState state) => state switch
    {
        SluiceState.Passed => "Passerad",
        SluiceState.Current => "Här nu",
        SluiceState.Skipped => "Behövs inte",
        _ => "Kommer",
    };

    private static IEnumerable<string> Values(string html, string attribute) => Regex.Matches(html, $"{attribute}=\"([^\"]*)\"").Select(match => match.Groups[1].Value);

    private static string WithoutPictures(string html) => OuterPicture().Replace(html, "");

    [GeneratedRegex("<li\\b.*?</li>", RegexOptions.Singleline)]
    private static partial Regex Item();

    /// <summary>With the pictures inside it.</summary>
    [GeneratedRegex("<svg(?:(?!<svg|</svg>).|<svg(?:(?!</svg>).)*</svg>)*</svg>", RegexOptions.Singleline)]
    private static partial Regex OuterPicture();

    [GeneratedRegex("""class="sluice-[a-z-]+|points="[^"]*"|d="[^"]*"|(?:x|y|x1|y1|x2|y2|height)="[^"]*"|""" + "<(?:rect|line|path|circle)")]
    private static partial Regex Shape();
}
