using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Sdk.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_survives_its_text() => Prop.ForAll(
        Arb.From(Gen.Choose(1, int.MaxValue).Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(seconds % 10_000_000))),
        ArbMap.Default.ArbFor<Guid>(),
        (at, id) => Cursor.Parse(new Cursor(at, id).ToString()) == new Cursor(at, id)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_a_cursor_or_the_first_page_and_never_an_error() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => Cursor.Parse(text) is null or { At.Offset.Ticks: 0 }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("inte en plats")]
    [InlineData("MS4y")]
    [InlineData("/../../etc/passwd")]
    public void A_broken_link_shows_the_first_page(string? text) => Assert.Null(Cursor.Parse(text));

    [Fact]
    public void A_cursor_can_stand_in_an_address()
    {
        var text = new Cursor(DateTimeOffset.UnixEpoch.AddYears(60), Guid.CreateVersion7()).ToString();

        Assert.Equal(text, Uri.EscapeDataString(text));
    }
}
