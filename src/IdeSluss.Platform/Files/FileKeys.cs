using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Files;

namespace IdeSluss.Platform.Files;

/// <summary>What a row's bytes are called in the store, and what others see of the row.</summary>
internal static class FileKeys
{
    public static string Of(Guid id) => id.ToString("N");

    public static string SmallOf(Guid id) => Of(id) + "-small";

    public static string Of(StoredFile file, PictureSize size) => size == PictureSize.Small && file.Picture?.Small is not null ? SmallOf(file.Id) : Of(file.Id);

    /// <summary>Every key that the row has bytes under.</summary>
    public static IEnumerable<(string Key, long Length, byte[] Hash)> Contents(this FileRow row)
    {
        yield return (Of(row.Id), row.Length, row.Hash);
        if (row is { SmallLength: { } length, SmallHash: { } hash }) yield return (SmallOf(row.Id), length, hash);
    }

    public static StoredFile ToFile(this FileRow row) => new(row.Id, row.Name, row.ContentType, row.Length, Convert.ToHexStringLower(row.Hash), row.SavedAt, PictureOf(row));

    private static StoredPicture? PictureOf(FileRow row) =>
        row is { Width: { } width, Height: { } height }
            ? new(width, height, row is { SmallWidth: { } w, SmallHeight: { } h, SmallLength: { } length, SmallHash: { } hash } ? new(w, h, length, Convert.ToHexStringLower(hash)) : null)
            : null;
}
