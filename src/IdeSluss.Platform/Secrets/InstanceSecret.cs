using System.Security.Cryptography;
using System.Text;
using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Secrets;

/// <summary>32 random bytes, made at the first start and kept protected in the database. Loaded by <see cref="DatabasePreparation"/>.</summary>
internal sealed class InstanceSecret(IDataProtectionProvider protection) : IInstanceSecret
{
    private byte[]? secret;

    public byte[] Derive(string purpose, ReadOnlySpan<byte> data)
    {
        var key = HMACSHA256.HashData(secret ?? throw new InvalidOperationException("The instance's secret is not loaded yet: the database must be prepared first."), Encoding.UTF8.GetBytes(purpose));
        return HMACSHA256.HashData(key, data);
    }

    /// <exception cref="CryptographicException">The stored secret cannot be read: keys of the data-protection ring are missing.</exception>
    public async Task LoadAsync(PlatformDbContext context, CancellationToken cancellationToken)
    {
        var protector = protection.CreateProtector("IdeSluss.InstanceSecret");
        var row = await context.Set<InstanceSecretRow>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            row = new() { Protected = protector.Protect(RandomNumberGenerator.GetBytes(32)) };
            context.Add(row);
            await context.SaveChangesAsync(cancellationToken);
        }

        secret = protector.Unprotect(row.Protected);
    }
}
