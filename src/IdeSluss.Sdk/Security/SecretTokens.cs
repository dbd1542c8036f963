using System.Buffers.Text;
using System.Security.Cryptography;

namespace IdeSluss.Sdk.Security;

/// <summary>
/// The secret part of an address that is sent to someone who may have no account: an id and half an HMAC of it (128 bits) under a key of its purpose, so that it can be sent again and nothing of it is stored.
/// Whoever has the address may do what it is for; mark what shows it <see cref="OpenToAllAttribute"/>, and let it end by a state of your own. One for the whole host.
/// </summary>
/// <param name="secret">Of the instance: the same on every replica.</param>
/// <example><code>
/// internal sealed class InvitationLinks(SecretTokens tokens, InstanceInfo instance)
/// {
///     public string Of(Guid invitation) => $"{instance.PublicAddress}/testbaddar/inventering/{tokens.Of("testbeds.invitation", invitation)}";
///     public Guid? IdOf(string token) => tokens.IdOf("testbeds.invitation", token);
/// }
/// </code></example>
public sealed class SecretTokens(IInstanceSecret secret)
{
    private const int IdBytes = 16;
    private const int ProofBytes = 16;

    /// <param name="purpose">Below the module's name: <c>training.enrolment</c>. A token for one purpose is none for another. Never changes, or what has been sent stops working.</param>
    /// <returns>43 letters, digits, hyphens and underscores.</returns>
    public string Of(string purpose, Guid id) => Base64Url.EncodeToString([.. id.ToByteArray(), .. Proof(purpose, id.ToByteArray())]);

    /// <summary>Null when it is none of ours, for this purpose; a token of any length may be given. Compared in constant time.</summary>
    public Guid? IdOf(string purpose, string token)
    {
        var bytes = new byte[IdBytes + ProofBytes];
        if (token.Length > 60 || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length) return null;
        return CryptographicOperations.FixedTimeEquals(Proof(purpose, bytes.AsSpan(0, IdBytes)), bytes.AsSpan(IdBytes)) ? new Guid(bytes.AsSpan(0, IdBytes)) : null;
    }

    private ReadOnlySpan<byte> Proof(string purpose, ReadOnlySpan<byte> id) => secret.Derive(purpose, id).AsSpan(0, ProofBytes);
}
