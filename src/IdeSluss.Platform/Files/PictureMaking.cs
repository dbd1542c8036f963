using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using SkiaSharp;

namespace IdeSluss.Platform.Files;

/// <summary>
/// Makes a picture anew from its pixels: nothing of the file that was sent remains but what one sees. So place, time and owner of the camera are gone, and so is whatever was hidden behind
/// the picture.
/// </summary>
internal static class PictureMaking
{
    public const int Widest = 1600;
    public const int SmallWidth = 480;

    /// <summary>A picture four times as high as wide is a mistake or a trick; formats also have limits of their own.</summary>
    private const int Tallest = 4 * Widest;
    private const int Quality = 85;

    /// <summary>50 million pixels are 200 MB unpacked: two at a time, the others wait.</summary>
    private static readonly SemaphoreSlim Room = new(2);

    private static readonly Text Unreadable = "Bilden går inte att läsa. Öppna den på din dator, spara den igen och välj den på nytt.";

    /// <param name="Refusal">Null when both are written; <paramref name="Picture"/> is null otherwise.</param>
    public sealed record Made(Size? Picture, Size? Small, Text? Refusal);

    public readonly record struct Size(int Width, int Height);

    public static async Task<Made> MakeAsync(IncomingFile sent, FileFormat format, FileRules rules, IncomingFile picture, IncomingFile small, CancellationToken cancellationToken)
    {
        await Room.WaitAsync(cancellationToken);
        try
        {
            // Off the request's thread: it is pure computing, up to a second.
            return await Task.Run(() => Make(sent, format, rules, picture, small), cancellationToken);
        }
        finally
        {
            Room.Release();
        }
    }

    private static Made Make(IncomingFile sent, FileFormat format, FileRules rules, IncomingFile picture, IncomingFile small)
    {
        using var codec = SKCodec.Create(sent.Path);
        if (codec is null) return new(null, null, Unreadable);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width <= 0 || height <= 0) return new(null, null, Unreadable);
        if ((long)width * height > rules.MostPixels)
            return new(null, null, new Text("Bilden har för många bildpunkter: {0} × {1}. Spara den mindre, till exempel {2} punkter bred, och välj den igen.", width, height, Widest));

        using var pixels = Unpack(codec);
        if (pixels is null) return new(null, null, Unreadable);
        using var image = Turn(pixels, codec.EncodedOrigin);
        var full = Write(image, Fit(image, Widest), format, picture);
        return new(full, full.Width > SmallWidth ? Write(image, Fit(image, SmallWidth), format, small) : null, null);
    }

    /// <summary>Null when the file ends in the middle of the picture or cannot be understood. JPEG is unpacked no larger than needed.</summary>
    private static SKBitmap? Unpack(SKCodec codec)
    {
        var width = IsSideways(codec.EncodedOrigin) ? codec.Info.Height : codec.Info.Width;
        // JPEG unpacks by eighths and chooses the nearest: half an eighth more is never less than needed.
        var scaled = codec.GetScaledDimensions(Math.Min(1, (float)Widest / width + 1f / 16));
        // One colour space: the profiles of cameras go with the rest of what they wrote.
        using var colours = SKColorSpace.CreateSrgb();
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var bitmap = new SKBitmap(new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, alpha, colours));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>The right way up, as the camera noted it (EXIF 2.32, 4.6.4 A, Orientation).</summary>
    private static SKImage Turn(SKBitmap pixels, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or 0) return SKImage.FromBitmap(pixels);
        using var lying = SKImage.FromBitmap(pixels);
        var sideways = IsSideways(origin);
        var (width, height) = (pixels.Width, pixels.Height);
        using var surface = SKSurface.Create(pixels.Info.WithSize(sideways ? height : width, sideways ? width : height));
        surface.Canvas.Concat(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        surface.Canvas.DrawImage(lying, 0, 0, SKSamplingOptions.Default);
        return surface.Snapshot();
    }

    private static bool IsSideways(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    private static Size Fit(SKImage image, int widest)
    {
        var scale = Math.Min(1, Math.Min((double)widest / image.Width, (double)Tallest / image.Height));
        return new(Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
    }

    private static Size Write(SKImage image, Size size, FileFormat format, IncomingFile into)
    {
        using var colours = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, image.AlphaType, colours));
        using var pixels = bitmap.PeekPixels();
        if (!image.ScalePixels(pixels, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))) throw new InvalidOperationException("The picture could not be scaled.");
        using var file = into.Create();
        var kind = format == FileFormat.Png ? SKEncodedImageFormat.Png : format == FileFormat.WebP ? SKEncodedImageFormat.Webp : SKEncodedImageFormat.Jpeg;
        if (!pixels.Encode(file, kind, Quality)) throw new InvalidOperationException("The picture could not be written.");
        return size;
    }
}
