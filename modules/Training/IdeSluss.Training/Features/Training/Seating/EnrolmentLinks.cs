using System.Buffers.Text;
using System.Security.Cryptography;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Training.Features.Training.Seating;

/// <summary>
/// The link to one's enrolment: its id and half an HMAC of it, so that it can be sent again and is stored nowhere. Whoever is enrolled by a manager may have no account, and must still be able to
/// answer an offer.
/// </summary>
internal sealed class EnrolmentLinks(IInstanceSecret secret, InstanceInfo instance)
{
    private const int IdBytes = 16;
    private const int ProofBytes = 16;

    public string Of(Guid enrolment) => $"{instance.PublicAddress}/utbildning/anmalan/{TokenOf(enrolment)}";

    /// <summary>Where one says what one thought.</summary>
    /// <param name="round">As it stands in the address.</param>
    public string EvaluationOf(Guid enrolment, string round) => $"{instance.PublicAddress}/utbildning/tyck-till/{round}/{TokenOf(enrolment)}";

    public string TokenOf(Guid enrolment) => Base64Url.EncodeToString([.. enrolment.ToByteArray(), .. Proof(enrolment.ToByteArray())]);

    /// <summary>Null when it is no link of ours.</summary>
    public Guid? IdOf(string token)
    {
        var bytes = new byte[IdBytes + ProofBytes];
        if (token.Length > 60 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length) return null;
        return CryptographicOperations.FixedTimeEquals(Proof(bytes.AsSpan(0, IdBytes)), bytes.AsSpan(IdBytes)) ? new Guid(bytes.AsSpan(0, IdBytes)) : null;
    }

    private ReadOnlySpan<byte> Proof(ReadOnlySpan<byte> id) => secret.Derive("training.enrolment", id).AsSpan(0, ProofBytes);
}
