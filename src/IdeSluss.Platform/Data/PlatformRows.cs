namespace IdeSluss.Platform.Data;

/// <summary>A key of the data-protection ring, so that restarts and replicas read each other's cookies and forms.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; init; }
    public required string FriendlyName { get; init; }
    public required string Xml { get; init; }
}

/// <summary>The one row with the instance's 32 secret bytes, protected by data protection.</summary>
internal sealed class InstanceSecretRow
{
    public const int TheOnlyId = 1;

    public int Id { get; init; } = TheOnlyId;
    public required byte[] Protected { get; init; }
}

/// <summary>The content that a form's or workflow's version had when it was first seen.</summary>
internal sealed class DefinitionHash
{
    /// <summary><c>form</c> or <c>workflow</c>.</summary>
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public int Version { get; init; }
    public required string Hash { get; init; }
}

/// <summary>A demo seeder that has run.</summary>
internal sealed class Seeding
{
    public required string Name { get; init; }
    public DateTimeOffset At { get; init; }
}
