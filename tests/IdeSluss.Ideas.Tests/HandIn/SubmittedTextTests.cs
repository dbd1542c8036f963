using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;

namespace IdeSluss.Ideas.Tests.HandIn;

public sealed class SubmittedTextTests
{
    [Theory]
    [InlineData("en\r\nrad\rtill\n", "en\nrad\ntill")]
    [InlineData("a\0b\u0007c\td", "abc\td")]
    [InlineData("A\u030Angstro\u0308m", "Ångström")]
    [InlineData("lugn \u202Egnirdnäv", "lugn gnirdnäv")]
    [InlineData("👩🏽‍🦽 och Čáhci", "👩🏽‍🦽 och Čáhci")]
    [InlineData("rad\u2028två", "rad\ntvå")]
    [InlineData(null, "")]
    public void What_cannot_be_seen_or_stored_goes_and_the_rest_stays(string? typed, string kept) => Assert.Equal(kept, SubmittedText.Lines(typed));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_is_missing() => Assert.Equal("trasig \uFFFD halva", SubmittedText.Lines("trasig \uD83D halva"));

    [Fact]
    public void One_line_has_no_line_ends_and_nothing_is_null() =>
        Assert.Equal(("en rad", null), (SubmittedText.Line("en\r\nrad"), SubmittedText.Line(" \0 \n ")));

    [Theory]
    [InlineData("", false)]
    [InlineData("\0\u0001 \r\n", false)]
    [InlineData("x", true)]
    public void Only_a_text_that_says_something_can_be_sent(string text, bool ok) =>
        Assert.Equal(ok, SubmissionRules.Check(SubmissionRules.Normalised(new IdeaSubmission { SubmissionKey = "k", Text = text })).Count == 0);

    [Fact]
    public void Twenty_thousand_characters_fit_and_one_more_does_not()
    {
        Assert.Empty(Check(new string('å', 20_000)));
        var error = Assert.Single(Check(new string('å', 20_001)));
        Assert.Equal(1, error.Message.Args[0]);

        static IReadOnlyList<Sdk.Results.FieldError> Check(string text) => SubmissionRules.Check(SubmissionRules.Normalised(new IdeaSubmission { SubmissionKey = "k", Text = text }));
    }

    [Theory]
    [InlineData("Email", "Email")]
    [InlineData("Telephone", "Telephone")]
    [InlineData("Letter", "Address")]
    [InlineData("Account", "AnswerWay")]
    public void The_way_to_answer_needs_its_address(string way, string field) =>
        Assert.Equal(field, Assert.Single(SubmissionRules.Check(new IdeaSubmission { SubmissionKey = "k", Text = "x", AnswerWay = Enum.Parse<AnswerWay>(way) })).Field);

    [Theory]
    [InlineData("namn@exempel.se", true)]
    [InlineData("namn@exempel", false)]
    [InlineData("namn exempel@x.se", false)]
    [InlineData("a@b@c.se", false)]
    [InlineData("a@x.se>\r\nBcc: b@x.se", false)]
    public void An_address_is_one_that_mail_can_be_sent_to(string address, bool ok) => Assert.Equal(ok, SubmissionRules.IsEmail(address));
}
