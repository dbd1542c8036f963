using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Platform.Data;

/// <summary>The platform's own tables: the shared rows of every module, data-protection keys, secrets, idempotent answers, definition hashes.</summary>
internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : SharedRowsOwner(options)
{
    public override string Schema => "platform";

    protected override void Configure(ModelBuilder model)
    {
    }
}
