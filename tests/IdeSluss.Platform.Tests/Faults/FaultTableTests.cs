using System.Text.RegularExpressions;
using IdeSluss.TestKit;
using Xunit;

namespace IdeSluss.Platform.Tests.Faults;

public sealed partial class FaultTableTests
{
    [Fact]
    public void Every_test_that_the_table_of_faults_names_is_there()
    {
        var tests = typeof(FaultTableTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet();
        var named = NamePattern().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "src", "IdeSluss.Platform", "README.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(tests));
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex NamePattern();
}
