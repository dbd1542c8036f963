using System.Globalization;
using System.Text;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;
using ZXing;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace IdeSluss.Testbeds.Features.Testbeds.Lend;

internal sealed record Label(Guid Resource, string Name, string? Testbed, int Unit, int Units, string Address);

/// <summary>A label to put on a thing: who scans it comes to the thing's page, where it is handed over and taken back.</summary>
internal sealed class LabelCode(TestbedsDbContext db, InstanceInfo instance, CurrentUser me)
{
    public async Task<Outcome<Label>> FindAsync(Guid resource, int unit, CancellationToken cancellationToken)
    {
        if (await db.Resources.AsNoTracking().Within(me.Scope(TestbedsPermissions.ManageBookings)).FirstOrDefaultAsync(one => one.Id == resource, cancellationToken) is not { } thing || unit < 1 || unit > thing.Units)
            return Problem.NotFound("Det finns inget sådant att märka, eller så sköter du det inte.");
        var testbed = await db.Testbeds.Where(one => one.Id == thing.TestbedId).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken);
        return new Label(thing.Id, thing.Name, testbed, unit, thing.Units, $"{instance.PublicAddress}/arbete/bokningar/sak/{thing.Id}?nummer={unit}");
    }

    /// <summary>As a picture that scales, black on white also on a dark page: a camera must read it. One square is one unit of the picture.</summary>
    public static string Svg(Label label)
    {
        var code = new QRCodeWriter().encode(label.Address, BarcodeFormat.QR_CODE, 0, 0, new Dictionary<EncodeHintType, object> { [EncodeHintType.ERROR_CORRECTION] = ErrorCorrectionLevel.M });
        var squares = new StringBuilder();
        for (var y = 0; y < code.Height; y++)
            for (var x = 0; x < code.Width; x++)
                if (code[x, y]) squares.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.Width} {code.Height}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{code.Width}v{code.Height}h-{code.Width}z"/><path fill="#000" d="{squares}"/></svg>""";
    }
}
