using System.Globalization;
using System.Security.Cryptography;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Training.Features.Training.Certificates;

/// <summary>
/// The code on a certificate: its serial and a proof of it under the instance's secret, in letters and digits that are not mistaken for each other. Nobody can make one up, and nothing of it is stored.
/// </summary>
internal sealed class CertificateCodes(IInstanceSecret secret, InstanceInfo instance)
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int SerialLetters = 5;
    private const int ProofLetters = 10;

    /// <summary>As it is printed: <c>0001K-7MP4R-TX9QW</c>.</summary>
    public string Of(int serial)
    {
        var code = Serial(serial) + Proof(serial);
        return $"{code[..5]}-{code[5..10]}-{code[10..]}";
    }

    /// <summary>Null when it is none of ours. Spaces and hyphens do not count, and O, I and L are read as the digits that they look like.</summary>
    public int? SerialOf(string? code)
    {
        var letters = new string([.. (code ?? "").ToUpperInvariant().Where(letter => letter is not ('-' or ' ')).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter })]);
        if (letters.Length != SerialLetters + ProofLetters || letters.Any(letter => !Letters.Contains(letter, StringComparison.Ordinal))) return null;
        var serial = letters[..SerialLetters].Aggregate(0, (sum, letter) => (sum * Letters.Length) + Letters.IndexOf(letter, StringComparison.Ordinal));
        return CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Proof(serial)), System.Text.Encoding.ASCII.GetBytes(letters[SerialLetters..])) ? serial : null;
    }

    /// <summary>Where anyone checks it.</summary>
    public string AddressOf(int serial) => $"{instance.PublicAddress}/intyg/{Of(serial)}";

    /// <summary>As it is called on paper.</summary>
    public static string NumberOf(int serial, DateTimeOffset issuedAt) => string.Create(CultureInfo.InvariantCulture, $"INTYG-{Sdk.Time.StockholmTime.StockholmDay(issuedAt).Year}-{serial:D5}");

    private static string Serial(int serial)
    {
        var letters = new char[SerialLetters];
        for (var at = SerialLetters - 1; at >= 0; at--, serial /= Letters.Length) letters[at] = Letters[serial % Letters.Length];
        return new(letters);
    }

    private string Proof(int serial) => new([.. secret.Derive("training.certificate", BitConverter.GetBytes(serial)).Take(ProofLetters).Select(one => Letters[one % Letters.Length])]);
}
