using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace IdeSluss.Platform.Tests.Files;

/// <summary>Files as people and attackers send them, made here.</summary>
internal static class Samples
{
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Picture(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(width / 2f, 0, width, height, blue);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A JPEG with an EXIF block as cameras write it: orientation, and a block that says where.</summary>
    public static byte[] Photo(int width, int height, byte orientation)
    {
        var jpeg = Picture(width, height);
        // TIFF, little-endian: orientation (0x0112) and a pointer to GPS (0x8825) with a latitude reference.
        byte[] tiff =
        [
            (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0,
            2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
            0, 0, 0, 0,
            1, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes("GPS-65.3172-21.4794"),
        ];
        byte[] block = [.. "Exif\0\0"u8, .. tiff];
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)(block.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. size, .. block, .. jpeg[2..]];
    }

    /// <summary>A PNG of a few bytes whose header promises enormous dimensions.</summary>
    public static byte[] HugePng(int width, int height)
    {
        var png = Picture(8, 8, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) =>
        Zip([
            ("[Content_Types].xml", Encoding.UTF8.GetBytes("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """)),
            ("word/document.xml", "<w:document/>"u8.ToArray()),
            .. more,
        ]);

    public static byte[] Odt(params (string Name, byte[] Content)[] more) =>
        Zip([("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", "<office/>"u8.ToArray()), .. more]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
