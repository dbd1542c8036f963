using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>
/// The code with which one reads one's case without an account: <c>K7MP-4RTX</c>. It follows from the submission key under the instance's secret, so that a
/// repeated post shows the same code and it is stored nowhere; the case keeps an HMAC to recognise it by.
/// </summary>
internal sealed class FollowCodes(IInstanceSecret secret)
{
    /// <summary>No vowels (no words by chance), and nothing that is mistaken for something else when read aloud or off paper.</summary>
    private const string Alphabet = "23456789BCDFGHJKMNPQRTVWXYZ";
    private const int Length = 8;

    /// <summary>Two keys can give the same code; the second then takes the next attempt's.</summary>
    public string Of(string submissionKey, int attempt = 0)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(secret.Derive("ideas.follow-code", Encoding.UTF8.GetBytes($"{attempt}:{submissionKey}")));
        Span<char> code = stackalloc char[Length + 1];
        for (var i = 0; i <= Length; i++)
        {
            if (i == Length / 2)
            {
                code[i] = '-';
                continue;
            }

            code[i] = Alphabet[(int)(number % (ulong)Alphabet.Length)];
            number /= (ulong)Alphabet.Length;
        }

        return new string(code);
    }

    /// <summary>The code of an existing case: the attempt whose hash the case has.</summary>
    public string Of(string submissionKey, byte[] hash)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var code = Of(submissionKey, attempt);
            if (CryptographicOperations.FixedTimeEquals(HashOf(code), hash)) return code;
        }

        throw new InvalidOperationException("The case's code does not follow from its submission key: the instance's secret has changed.");
    }

    public const int MostAttempts = 5;

    /// <summary>What is typed may have spaces, lower case and no hyphen.</summary>
    public byte[] HashOf(string typed) => secret.Derive("ideas.follow-code-hash", Encoding.ASCII.GetBytes(Normalise(typed)));

    /// <summary>Whether it can be a code at all.</summary>
    public static bool LooksLikeCode(string? typed) => typed is { Length: <= 40 } && Normalise(typed) is { Length: Length } code && code.All(Alphabet.Contains);

    private static string Normalise(string typed) => new([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Take(20)]);
}
