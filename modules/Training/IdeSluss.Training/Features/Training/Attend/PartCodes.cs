using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;

namespace IdeSluss.Training.Features.Training.Attend;

/// <summary>The code that is shown in the room during a part: five letters that follow from the part under the instance's secret, so nothing of it is stored. It counts while the part goes on.</summary>
internal sealed class PartCodes(IInstanceSecret secret, IQrCodes pictures, InstanceInfo instance)
{
    public const int Length = 5;
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ";

    public string Of(Guid part) => new([.. secret.Derive("training.attendance", part.ToByteArray()).Take(Length).Select(one => Letters[one % Letters.Length])]);

    public static string Normal(string? code) => new([.. (code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterUpper)]);

    public string AddressOf(Guid part) => $"{instance.PublicAddress}/utbildning/narvaro?kod={Of(part)}";

    /// <summary>The address as a code to scan.</summary>
    public string Svg(Guid part) => pictures.Svg(AddressOf(part));
}
