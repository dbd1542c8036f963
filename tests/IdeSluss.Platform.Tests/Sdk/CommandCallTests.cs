using IdeSluss.Sdk.Commands;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class CommandCallTests
{
    private static readonly CommandSyntax Syntax = new(["--dry-run"], ["--source"], Values: 1);

    private readonly StringWriter said = new();

    [Fact]
    public void Switches_may_stand_anywhere_among_the_values()
    {
        Assert.True(Call("--dry-run", "ideer.csv", "--source", "gamla").TryRead(Syntax, out var read));
        Assert.Equal(["ideer.csv"], read.Values);
        Assert.True(read.Has("--dry-run"));
        Assert.Equal("gamla", read.Option("--source"));
        Assert.True(Call("ideer.csv").TryRead(Syntax, out read));
        Assert.False(read.Has("--dry-run"));
        Assert.Null(read.Option("--source"));
        Assert.Empty(said.ToString());
    }

    [Theory]
    [InlineData("Något saknas.")]
    [InlineData("För mycket: b.csv.", "a.csv", "b.csv")]
    [InlineData("Okänt val: --snabbt.", "a.csv", "--snabbt")]
    [InlineData("--source vill ha ett värde efter sig.", "a.csv", "--source")]
    [InlineData("--source vill ha ett värde efter sig.", "a.csv", "--source", "--dry-run")]
    public void A_wrong_call_is_told_what_is_wrong_and_what_to_write(string says, params string[] arguments)
    {
        Assert.False(Call(arguments).TryRead(Syntax, out _));
        Assert.Equal([says, "Skriv: read FIL"], said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_relative_name_begins_where_the_program_was_called_from()
    {
        Assert.Equal(Path.GetFullPath("/srv/filer/a.csv"), Call().PathOf("a.csv"));
        Assert.Equal(Path.GetFullPath("/annan/a.csv"), Call().PathOf("/annan/a.csv"));
    }

    private CommandCall Call(params string[] arguments) => new("read FIL", arguments, "/srv/filer", said, said);
}
