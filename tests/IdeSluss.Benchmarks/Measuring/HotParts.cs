using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using IdeSluss.Benchmarks.Generator;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Swedish;

namespace IdeSluss.Benchmarks.Measuring;

/// <summary>The parts of our own that run for each text that comes in or is shown, alone: time and allocated bytes. <c>--only parts</c>.</summary>
[MemoryDiagnoser]
public class HotParts
{
    private string[] texts = [];
    private readonly Compounds own = new(new HashSet<string> { "skoter" });
    private int next;

    [GlobalSetup]
    public void Make()
    {
        var generator = new IdeaTexts(10_000);
        texts = [.. Enumerable.Range(0, 256).Select(index => generator.Make(index * 37, new Random(index)).Original)];
    }

    private string Text => texts[next++ & 255];

    /// <summary>What a text is found by, when it is handed in and when similar ideas are looked for.</summary>
    [Benchmark]
    public object Terms() => TextTerms.Of(own, Text);

    /// <summary>Personal numbers, names, health, other languages: what the writer is asked about before sending.</summary>
    [Benchmark]
    public object Review() => TextReview.Of(Text);

    [Benchmark]
    public string Stem() => WordStem.Of("välfärdstekniken");

    public static void Run(bool quick) => BenchmarkRunner.Run<HotParts>(
        DefaultConfig.Instance.AddJob((quick ? Job.ShortRun : Job.MediumRun).WithToolchain(InProcessNoEmitToolchain.Instance)).WithArtifactsPath(Path.Combine(BenchInstance.Root, "artifacts", "bench", "parts")));
}
