using System.Globalization;
using System.Text;
using IdeSluss.Sdk.Web;
using ZXing;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace IdeSluss.Platform.Web;

/// <summary>With ZXing.Net (Apache-2.0), which needs no other package; QRCoder would bring <c>System.Drawing.Common</c>.</summary>
internal sealed class QrCodes : IQrCodes
{
    private const int Longest = 2_000;

    public string Svg(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text.Length > Longest) throw new ArgumentException($"A code holds at most {Longest} characters.", nameof(text));
        var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, new Dictionary<EncodeHintType, object> { [EncodeHintType.ERROR_CORRECTION] = ErrorCorrectionLevel.M });
        var squares = new StringBuilder();
        for (var y = 0; y < code.Height; y++)
            for (var x = 0; x < code.Width; x++)
                if (code[x, y]) squares.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.Width} {code.Height}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{code.Width}v{code.Height}h-{code.Width}z"/><path fill="#000" d="{squares}"/></svg>""";
    }
}
