using IdeSluss.Sdk.Data;
using Xunit;

namespace IdeSluss.Platform.Tests.Data;

public sealed class OrderedIdTests
{
    [Fact]
    public void Ids_made_one_after_the_other_sort_that_way_in_the_database()
    {
        // More than the counter holds within one millisecond.
        var ids = Enumerable.Range(0, 20_000).Select(_ => OrderedId.Next().ToString("N")).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Equal('7', id[12]));
    }

    [Fact]
    public void Ids_made_at_the_same_time_differ()
    {
        var ids = new Guid[8_000];
        Parallel.For(0, ids.Length, i => ids[i] = OrderedId.Next());
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
