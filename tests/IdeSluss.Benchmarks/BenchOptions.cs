namespace IdeSluss.Benchmarks;

/// <param name="Size">How many ideas there are; none when what is measured needs none.</param>
/// <param name="Quick">Fewer rounds: to see that it works, not to compare.</param>
/// <param name="Only">The one part that is measured; null: all of them.</param>
internal sealed record BenchOptions(int Size, string SizeName, bool Quick, string? Only)
{
    public const string Usage = "./idesluss bench [--size 10k|100k|1m] [--only ideas|figures|web|telemetry|testbeds|import|parts] [--quick]";

    public int Rounds => Quick ? 30 : 200;

    public int ImportedRows => Quick ? 5_000 : 100_000;

    public bool Measures(string part) => Only is null || Only == part;

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

        if (only is "testbeds" or "import" or "parts") return new(0, only, quick, only);
        if (only is not (null or "ideas" or "figures" or "web" or "telemetry")) return null;
        return size switch
        {
            "10k" => new(10_000, size, quick, only),
            "100k" => new(100_000, size, quick, only),
            "1m" => new(1_000_000, size, quick, only),
            _ => null,
        };
    }
}
