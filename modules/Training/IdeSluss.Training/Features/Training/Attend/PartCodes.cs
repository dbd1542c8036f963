using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using ZXing;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace IdeSluss.Training.Features.Training.Attend;

/// <summary>The code that is shown in the room during a part: five letters that follow from the part under the instance's secret, so nothing of it is stored. It counts while the part goes on.</summary>
internal sealed class PartCodes(IInstanceSecret secret, InstanceInfo instance)
{
    public const int Length = 5;
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ";

    public string Of(Guid part) => new([.. secret.Derive("training.attendance", part.ToByteArray()).Take(Length).Select(one => Letters[one % Letters.Length])]);

    public static string Normal(string? code) => new([.. (code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterUpper)]);

    public string AddressOf(Guid part) => $"{instance.PublicAddress}/utbildning/narvaro?kod={Of(part)}";

    /// <summary>As a picture that scales, black on white also on a dark page: a camera must read it.</summary>
    public string Svg(Guid part)
    {
        var code = new QRCodeWriter().encode(AddressOf(part), BarcodeFormat.QR_CODE, 0, 0, new Dictionary<EncodeHintType, object> { [EncodeHintType.ERROR_CORRECTION] = ErrorCorrectionLevel.M });
        var squares = new System.Text.StringBuilder();
        for (var y = 0; y < code.Height; y++)
            for (var x = 0; x < code.Width; x++)
                if (code[x, y]) squares.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.Width} {code.Height}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{code.Width}v{code.Height}h-{code.Width}z"/><path fill="#000" d="{squares}"/></svg>""";
    }
}
