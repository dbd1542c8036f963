namespace IdeSluss.Sdk.Composition;

/// <summary>The municipality an instance serves, with the organisation to seed at the first start.</summary>
/// <param name="Code">Statistics Sweden's four-digit municipality code, for example <c>2581</c>.</param>
/// <param name="Name">Official name, for example <c>Piteå kommun</c>.</param>
/// <param name="ShortName">As said in running text, for example <c>Piteå</c>.</param>
/// <param name="OrganisationNumber">Ten digits with hyphen.</param>
/// <param name="Authorities">The nämnder. Each is its own authority (TF 2 kap.), controller of personal data and register.</param>
/// <param name="ReceivingAuthority">Code of the authority that a new idea belongs to until the first gate.</param>
public sealed record Municipality(
    string Code,
    string Name,
    string ShortName,
    string OrganisationNumber,
    IReadOnlyList<AuthoritySeed> Authorities,
    string ReceivingAuthority);

/// <summary>An authority to seed. <paramref name="Code"/> is the prefix of its register, for example <c>SN</c>; stable and unique.</summary>
public sealed record AuthoritySeed(string Code, string Name, IReadOnlyList<UnitSeed> Units);

/// <summary>A unit to seed. <paramref name="Code"/> is stable and unique in the municipality; <paramref name="Children"/> lie below it.</summary>
public sealed record UnitSeed(string Code, string Name, IReadOnlyList<UnitSeed>? Children = null);
