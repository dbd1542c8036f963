using IdeSluss.Platform.Hosting;

namespace IdeSluss.Platform.Files;

internal static class FilesFolder
{
    /// <summary>Found out when the host starts and not at the first upload. A store elsewhere may be away for a while, so it is only watched.</summary>
    /// <exception cref="StartUpException">The folder cannot be used.</exception>
    public static void Prepare(FileStoreOptions options)
    {
        try
        {
            var probe = Path.Combine(Directory.CreateDirectory(options.Folder).FullName, $"{Guid.CreateVersion7():N}.probe");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"Mappen för filer, {options.Folder}, går inte att skriva i. Ge kontot som kör IdeSluss rätt att skriva där, eller ange en annan mapp med IdeSluss:Files:Folder.", error);
        }
    }
}
