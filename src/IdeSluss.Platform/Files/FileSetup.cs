using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Files;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Files;

internal static class FileSetup
{
    public static void AddFiles(this IServiceCollection services, FileStoreOptions options)
    {
        services.AddSingleton(options);
        if (options.S3 is { } s3) services.AddSingleton<IFileStore>(_ => new S3Store(options, s3));
        else services.AddSingleton<IFileStore, FolderStore>();
        services.AddSingleton<IncomingFolder>();
        services.AddSingleton<VirusScan>();
        services.AddSingleton<FileHealth>();
        services.AddScoped<FileAdmin>();
        services.AddScoped<IAttentionSource, FileAttention>();
        services.AddScoped<IFiles, StoredFiles>();
    }
}
