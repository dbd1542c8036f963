namespace IdeSluss.Benchmarks;

/// <param name="Quick">Fewer rounds: to see that it works, not to compare.</param>
internal sealed record BenchOptions(int Size, string SizeName, bool Quick)
{
    public int Rounds => Quick ? 30 : 200;

    public int ImportedRows => Quick ? 10_000 : 100_000;

    public static BenchOptions? Parse(IReadOnlyList<string> arguments)
    {
        var (size, quick) = ("100k", false);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--quick") quick = true;
            else if (arguments[i] == "--size" && i + 1 < arguments.Count) size = arguments[++i].ToLowerInvariant();
            else return null;
        }

        return size switch
        {
            "10k" => new(10_000, size, quick),
            "100k" => new(100_000, size, quick),
            "1m" => new(1_000_000, size, quick),
            _ => null,
        };
    }
}
