using System.Diagnostics;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Tests.Samples;

namespace IdeSluss.Ideas.Tests.Detect;

public sealed class TextReviewTests
{
    public static TheoryData<Sample> Samples => [.. Sample.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_sample_gets_the_suggestion_that_a_coach_would_expect(Sample sample)
    {
        var errors = SubmissionRules.Check(SubmissionRules.Normalised(new IdeaSubmission { SubmissionKey = sample.Id, Text = sample.Text }));
        if (sample.Redirect.StartsWith("error:", StringComparison.Ordinal))
        {
            Assert.Single(errors, error => error.Field == nameof(IdeaSubmission.Text));
            return;
        }

        Assert.Empty(errors);
        var review = TextReview.Of(sample.Text);
        var expected = sample.Hints.Length == 0 ? SensitiveHints.None : sample.Hints.Split('|').Select(Enum.Parse<SensitiveHints>).Aggregate((all, one) => all | one);
        Assert.Equal((sample.Redirect, expected, sample.Language), (review.SuggestedRedirect ?? "", review.Hints, review.Language));
    }

    [Fact]
    public void There_are_at_least_forty_samples_beside_those_of_the_domain() => Assert.True(Sample.All.Count >= 60);

    [Theory]
    [InlineData("Ring Karin Exempel på 070-123 45 67 eller skriv till k@example.se.", "Ring [namn] på [telefonnummer] eller skriv till [e-postadress].")]
    [InlineData("Mitt nummer är 19810228-1234.", "Mitt nummer är [personnummer].")]
    [InlineData("Bengt har demens. Kaffe är gott.", "[namn] har [uppgift om hälsa]. Kaffe är gott.")]
    [InlineData("Inget här att dölja.", "Inget här att dölja.")]
    public void The_masked_suggestion_replaces_only_what_was_found(string text, string masked) => Assert.Equal(masked, TextReview.Of(text).Masked(text));

    [Fact]
    public void Suggestions_never_overlap_and_lie_within_the_text()
    {
        foreach (var sample in Sample.All)
        {
            var end = 0;
            foreach (var span in TextReview.Of(sample.Text).Spans)
            {
                Assert.True(span.Start >= end && span.Length > 0 && span.Start + span.Length <= sample.Text.Length, sample.ToString());
                end = span.Start + span.Length;
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1 ")]
    [InlineData("a@a.")]
    [InlineData("A")]
    [InlineData("Aa Bb ")]
    [InlineData("ensam lämna ")]
    [InlineData("ska ")]
    [InlineData("- ")]
    [InlineData("\n2. ")]
    [InlineData("+46 ")]
    [InlineData("19 81 02 28 ")]
    [InlineData("chefen sin bror ")]
    [InlineData("ä́")]
    [InlineData("Bengt demens ")]
    public void Hostile_texts_of_full_length_are_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        TextReview.Of(text[..100]);
        var watch = Stopwatch.StartNew();
        TextReview.Of(text);
        // Quadratic time would take minutes; the limit only has to tell the two apart on a busy machine.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }
}
