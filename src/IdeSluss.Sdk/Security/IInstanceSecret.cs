namespace IdeSluss.Sdk.Security;

/// <summary>A secret of this instance, the same on every replica, from which purposes derive their own keys.</summary>
public interface IInstanceSecret
{
    /// <summary>HMAC-SHA-256 of <paramref name="data"/> under a key that only this <paramref name="purpose"/> has: 32 bytes.</summary>
    byte[] Derive(string purpose, ReadOnlySpan<byte> data);
}
