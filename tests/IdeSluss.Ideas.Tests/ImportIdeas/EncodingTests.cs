using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Ideas.Features.Ideas.ImportIdeas;

namespace IdeSluss.Ideas.Tests.ImportIdeas;

public sealed class EncodingTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[], string> Written() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("idé\nBänkar på torget"), "UTF-8" },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("idé\nBänkar på torget")], "UTF-8" },
        { "nothing but plain letters", "text\nBanks"u8.ToArray(), "UTF-8" },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("idé\nBänkar på torget")], "UTF-16" },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes("idé;rubrik\nBänkar på torget;Bänkar"), "UTF-16" },
        { "UTF-16 the other way", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("idé\nBänkar på torget")], "UTF-16" },
        { "Windows-1252", Windows1252.GetBytes("idé\nBänkar på torget – nu"), "Windows-1252" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public async Task A_files_letters_are_recognised_with_and_without_a_mark(string what, byte[] bytes, string expected)
    {
        using var file = new MemoryStream(bytes);
        var found = await EncodingDetection.FindAsync(file, Ct);
        Assert.True(expected == found.Value?.Name, $"{what}: {found.Value?.Name ?? found.Problem?.Errors[0].Message.Key}");
        var lines = new CsvLines(file, found.Value!);
        Assert.Null(lines.ReadHeader().Problem);
        Assert.StartsWith(bytes.Length < 12 ? "Banks" : "B", Assert.Single(lines.Read()).Fields[0], StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], object[]> Broken() => new()
    {
        { "Filen är tom.", [], [] },
        { "Filen blandar två teckenkodningar: rad {0} är UTF-8 men rad {1} är det inte.", [.. Encoding.UTF8.GetBytes("idé\nBänkar\n"), .. Windows1252.GetBytes("Gångväg\n")], [1L, 3L] },
        { "Filen säger att den är UTF-8, men rad {0} är det inte.", [.. Encoding.UTF8.Preamble, .. Windows1252.GetBytes("text\nBänkar\n")], [2L] },
        { "Rad {0} har tecken som inte går att läsa.", [.. "text\n\n"u8, 0x81, 0x8D, .. "x\n"u8], [3L] },
        { "Rad {0} eller någon av de närmast efter", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("text\nx"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("y")], [1L] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_cannot_be_read_is_refused_with_its_line_and_what_to_do(string message, byte[] bytes, object[] lines)
    {
        using var file = new MemoryStream(bytes);
        var error = Assert.Single((await EncodingDetection.FindAsync(file, Ct)).Problem!.Errors).Message;
        Assert.StartsWith(message, error.Key, StringComparison.Ordinal);
        Assert.Equal(lines, error.Args);
    }

    /// <summary>However a file is cut into blocks, and against the framework's own judgement of what UTF-8 is.</summary>
    [Fact]
    public void Bytes_are_judged_as_the_framework_judges_them_wherever_the_blocks_end() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<PositiveInt>(), (noise, text, size) =>
        {
            foreach (var bytes in new[] { noise, Encoding.UTF8.GetBytes(text.Get), [.. Encoding.UTF8.GetBytes(text.Get), .. noise] })
            {
                var watch = new ByteWatch();
                foreach (var block in bytes.Chunk(size.Get)) watch.Add(block);
                watch.Add("\n"u8);
                Assert.Equal(!System.Text.Unicode.Utf8.IsValid((byte[])[.. bytes, (byte)'\n']), watch.Invalid is not null);
            }
        }).QuickCheckThrowOnFailure();
}
