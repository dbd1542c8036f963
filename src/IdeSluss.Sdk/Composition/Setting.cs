namespace IdeSluss.Sdk.Composition;

public enum SettingKind
{
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    YesNo,

    /// <summary>As .NET writes it: <c>00:10:00</c> is ten minutes.</summary>
    Duration,

    /// <summary>An address that begins with http:// or https://.</summary>
    Address,

    /// <summary>A folder or file; relative ones begin at the program's folder.</summary>
    Path,
}

/// <summary>
/// Something that whoever runs an instance may set: in the environment with <c>__</c> for <c>:</c>, or as a file in the folder of secrets. Declared with <see cref="IContributionBuilder.Setting"/>, so that it stands in
/// the list of settings, and a value that cannot be used or a name that nobody knows stops the start with all errors at once.
/// </summary>
/// <param name="Key">With its section: <c>IdeSluss:ReplyHold</c>. A part in braces stands for any name: <c>IdeSluss:KnownProxies:{0}</c>.</param>
/// <param name="Default">In words or as written; null where nothing is set without it.</param>
/// <param name="Example">A value that can be used.</param>
/// <param name="Purpose">What it does, in Swedish, in one sentence.</param>
/// <param name="English">The same in English.</param>
/// <example><code>module.Setting(new("IdeSluss:ReplyHold", SettingKind.Duration, "00:10:00", "00:30:00", "Hur länge ett beslut kan tas tillbaka.", "How long a decision can be taken back."));</code></example>
public sealed record Setting(string Key, SettingKind Kind, string? Default, string Example, string Purpose, string English)
{
    /// <summary>Belongs in the folder of secrets; its value is never repeated in an error.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The start is refused without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>For numbers.</summary>
    public long Least { get; init; } = long.MinValue;

    /// <summary>For numbers.</summary>
    public long Most { get; init; } = long.MaxValue;
}
