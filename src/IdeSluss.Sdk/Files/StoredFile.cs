namespace IdeSluss.Sdk.Files;

/// <summary>A file that is in the store. What is stored never changes: another content is another file.</summary>
/// <param name="Name">Cleaned: no folders, no control characters, at most 120 characters, ending as its content does.</param>
/// <param name="ContentType">By what was found inside.</param>
/// <param name="Length">Bytes as stored; of a picture, the one that was made anew.</param>
/// <param name="Sha256">Lower-case hexadecimal, of what is stored.</param>
/// <param name="Picture">Null for what is no picture.</param>
public sealed record StoredFile(Guid Id, string Name, string ContentType, long Length, string Sha256, DateTimeOffset SavedAt, StoredPicture? Picture = null)
{
    /// <summary>The bytes of one of its sizes.</summary>
    public FileContent Content(PictureSize size) =>
        size == PictureSize.Small && Picture?.Small is { } small ? new(small.Length, small.Sha256) : new(Length, Sha256);
}

/// <summary>Pixels of a stored picture, which is turned the right way up.</summary>
/// <param name="Small">480 pixels wide; null when the picture itself is no wider.</param>
public sealed record StoredPicture(int Width, int Height, SmallPicture? Small);

public sealed record SmallPicture(int Width, int Height, long Length, string Sha256);

public sealed record FileContent(long Length, string Sha256);

public enum PictureSize
{
    /// <summary>At most 1 600 pixels wide.</summary>
    Full,

    /// <summary>At most 480 pixels wide: lists and telephones.</summary>
    Small,
}
