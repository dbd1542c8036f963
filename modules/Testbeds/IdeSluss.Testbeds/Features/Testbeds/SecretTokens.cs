using System.Buffers.Text;
using System.Security.Cryptography;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>The secret part of an address: an id and half an HMAC of it under a key of its purpose, so that nothing of it is stored.</summary>
internal sealed class SecretTokens(IInstanceSecret secret)
{
    private const int IdBytes = 16;
    private const int ProofBytes = 16;

    public string Of(string purpose, Guid id) => Base64Url.EncodeToString([.. id.ToByteArray(), .. Proof(purpose, id.ToByteArray())]);

    /// <summary>Null when it is none of ours.</summary>
    public Guid? IdOf(string purpose, string token)
    {
        var bytes = new byte[IdBytes + ProofBytes];
        if (token.Length > 60 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length) return null;
        return CryptographicOperations.FixedTimeEquals(Proof(purpose, bytes.AsSpan(0, IdBytes)), bytes.AsSpan(IdBytes)) ? new Guid(bytes.AsSpan(0, IdBytes)) : null;
    }

    private ReadOnlySpan<byte> Proof(string purpose, ReadOnlySpan<byte> id) => secret.Derive(purpose, id).AsSpan(0, ProofBytes);
}
