using System.Text;
using IdeSluss.Platform.Files;
using IdeSluss.Sdk.Files;
using SkiaSharp;
using Xunit;

namespace IdeSluss.Platform.Tests.Files;

public sealed class ContentTests(FilesInstance files) : IClassFixture<FilesInstance>
{
    [Fact]
    public async Task A_photo_is_turned_made_smaller_and_says_nothing_of_where_it_was_taken()
    {
        var photo = Samples.Photo(2400, 1200, orientation: 6);
        Assert.Contains("GPS-65", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var file = await files.SavedAsync(photo, FileRules.Pictures, "C:\\bilder\\IMG\u202E_1.JPG");

        Assert.Equal("IMG_1.jpg", file.Name);
        Assert.Equal((1200, 2400), (file.Picture!.Width, file.Picture.Height));
        Assert.Equal((480, 960), (file.Picture.Small!.Width, file.Picture.Small.Height));
        foreach (var size in new[] { PictureSize.Full, PictureSize.Small })
        {
            var stored = await files.ReadAsync(file, size);
            var text = Encoding.Latin1.GetString(stored);
            Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
            // Turned clockwise the red left half is on top.
            using var bitmap = SKBitmap.Decode(stored);
            Assert.True(bitmap.GetPixel(bitmap.Width / 2, bitmap.Height / 8).Red > 200);
            Assert.True(bitmap.GetPixel(bitmap.Width / 2, bitmap.Height * 7 / 8).Blue > 200);
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task Every_orientation_ends_the_right_way_up(byte orientation)
    {
        var file = await files.SavedAsync(Samples.Photo(640, 320, orientation), FileRules.Pictures, "a.jpg");
        using var bitmap = SKBitmap.Decode(await files.ReadAsync(file));
        Assert.Equal(orientation >= 5 ? (320, 640) : (640, 320), (bitmap.Width, bitmap.Height));
        var redFirst = orientation is 1 or 4 or 5 or 6;
        var first = orientation >= 5 ? bitmap.GetPixel(160, 40) : bitmap.GetPixel(40, 160);
        Assert.Equal(redFirst, first.Red > first.Blue);
    }

    [Fact]
    public async Task A_wide_picture_is_1600_wide_and_a_small_one_stays_as_it_is()
    {
        Assert.Equal(1600, (await files.SavedAsync(Samples.Picture(3000, 900, SKEncodedImageFormat.Png), FileRules.Pictures)).Picture!.Width);
        var small = (await files.SavedAsync(Samples.Picture(300, 200, SKEncodedImageFormat.Webp), FileRules.Pictures)).Picture!;
        Assert.Equal((300, null), (small.Width, small.Small));
    }

    [Fact]
    public async Task What_is_hidden_behind_a_picture_is_gone()
    {
        byte[] both = [.. Samples.Picture(600, 300), .. Samples.Zip(("evil.html", "<script>alert(1)</script>"u8.ToArray()))];
        var stored = await files.ReadAsync(await files.SavedAsync(both, FileRules.Pictures, "a.jpg"));
        Assert.DoesNotContain("evil", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huge_dimensions_are_refused_before_anything_is_unpacked() =>
        Assert.StartsWith("Bilden har för många bildpunkter", await files.RefusedAsync(Samples.HugePng(30_000, 30_000), FileRules.Pictures), StringComparison.Ordinal);

    [Fact]
    public async Task A_picture_that_was_cut_off_is_refused()
    {
        var jpeg = Samples.Picture(1000, 800);
        Assert.StartsWith("Bilden går inte att läsa", await files.RefusedAsync(jpeg[..(jpeg.Length / 2)], FileRules.Pictures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MZ\u0090\0program", "faktura.pdf")]
    [InlineData("<html><script>alert(1)</script>", "bild.jpg")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "bild.png")]
    [InlineData("GIF89a", "bild.png")]
    [InlineData("<html>%PDF-1.7 %%EOF", "avtal.pdf")]
    public async Task The_name_decides_nothing(string content, string name) =>
        Assert.StartsWith("Filen är av en sort", await files.RefusedAsync(Encoding.UTF8.GetBytes(content), new(FileKinds.Picture | FileKinds.Pdf | FileKinds.Office, 10_000), name), StringComparison.Ordinal);

    [Fact]
    public async Task Documents_are_known_by_what_is_inside_and_get_the_ending_that_fits()
    {
        Assert.Equal(("avtal.pdf", "application/pdf"), Named(await files.SavedAsync(Samples.Pdf, FileRules.Documents, "avtal.docx")));
        Assert.Equal("plan.docx", (await files.SavedAsync(Samples.Docx(), FileRules.Documents, "../../plan")).Name);
        Assert.Equal("fil.odt", (await files.SavedAsync(Samples.Odt(), FileRules.Documents, "...")).Name);
        Assert.Equal(("ma\u030att.csv".Normalize(), "text/csv"), Named(await files.SavedAsync("a;å\n"u8.ToArray(), new(FileKinds.Text | FileKinds.Csv, 100), "ma\u030att.csv")));

        static (string, string) Named(StoredFile file) => (file.Name, file.ContentType);
    }

    [Fact]
    public async Task Macros_bombs_halves_and_plain_zips_are_refused_with_what_to_do()
    {
        Assert.StartsWith("Filen innehåller makron", await files.RefusedAsync(Samples.Docx(("word/vbaProject.bin", [1])), FileRules.Documents), StringComparison.Ordinal);
        Assert.StartsWith("Filen innehåller makron", await files.RefusedAsync(Samples.Odt(("Basic/Standard/Module1.xml", [1])), FileRules.Documents), StringComparison.Ordinal);
        Assert.StartsWith("Filen packar upp", await files.RefusedAsync(Samples.Docx(("word/media/bomb.bin", new byte[20_000_000])), FileRules.Documents), StringComparison.Ordinal);
        Assert.StartsWith("Filen är inte hel", await files.RefusedAsync(Samples.Docx()[..^40], FileRules.Documents), StringComparison.Ordinal);
        Assert.StartsWith("Filen är inte hel", await files.RefusedAsync(Samples.Pdf[..30], FileRules.Documents), StringComparison.Ordinal);
        Assert.StartsWith("Filen är av en sort", await files.RefusedAsync(Samples.Zip(("a.exe", [1])), FileRules.Documents), StringComparison.Ordinal);
        Assert.StartsWith("Filen är ett äldre", await files.RefusedAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], FileRules.Documents), StringComparison.Ordinal);
        Assert.StartsWith("Filen är tom", await files.RefusedAsync([], FileRules.Documents), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_the_limit_is_read_and_nothing_is_left_behind()
    {
        var before = files.OnDisk.Count;
        using var endless = new Endless();
        Assert.True((await files.SaveAsync(endless, new(FileKinds.Pdf, 1_000_000))).Failed(out var problem, out _));
        Assert.Equal("Filen är för stor. Den får vara högst {0}.", problem!.Errors[0].Message.Key);
        Assert.True(endless.Given < 1_200_000);

        using var cut = new Endless(failAfter: 200_000);
        await Assert.ThrowsAsync<IOException>(() => files.SaveAsync(cut, FileRules.Documents));
        Assert.Equal(before, files.OnDisk.Count);
    }

    private sealed class Endless(int failAfter = int.MaxValue) : MemoryStream
    {
        public int Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Given > failAfter) throw new IOException("The connection was lost.");
            Given += buffer.Length;
            buffer.Span.Fill((byte)'%');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
