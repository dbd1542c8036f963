namespace IdeSluss.Benchmarks;

/// <param name="Size">How many ideas there are; none when only test beds are measured.</param>
/// <param name="Quick">Fewer rounds: to see that it works, not to compare.</param>
internal sealed record BenchOptions(int Size, string SizeName, bool Quick)
{
    public const string Usage = "./idesluss bench [--size 10k|100k|1m] [--only testbeds] [--quick]";

    public bool OnlyTestbeds => Size == 0;

    public int Rounds => Quick ? 30 : 200;

    public int ImportedRows => Quick ? 10_000 : 100_000;

    public static BenchOptions? Parse(IReadOnlyList<string> arguments)
    {
        var (size, only, quick) = ("100k", (string?)null, false);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--quick") quick = true;
            else if (arguments[i] == "--size" && i + 1 < arguments.Count) size = arguments[++i].ToLowerInvariant();
            else if (arguments[i] == "--only" && i + 1 < arguments.Count) only = arguments[++i].ToLowerInvariant();
            else return null;
        }

        return (only ?? size) switch
        {
            "testbeds" => new(0, "testbeds", quick),
            _ when only is not null => null,
            "10k" => new(10_000, size, quick),
            "100k" => new(100_000, size, quick),
            "1m" => new(1_000_000, size, quick),
            _ => null,
        };
    }
}
