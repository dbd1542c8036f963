using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// A time that a law sets, apart from what the service promises: its rule as data. The module has those that every municipality has (<see cref="LegalClocks"/>); a
/// plugin adds its own with <c>plugin.Provide(new LegalClockKind(…))</c>. All texts are Swedish and are the keys of their translations.
/// </summary>
/// <param name="Code">Upper-case with underscores. Never changes.</param>
/// <param name="Name">What runs: <c>Medborgarförslag</c>.</param>
/// <param name="Starts">Which day it counts from, in words: <c>den dag förslaget väcktes i fullmäktige</c>.</param>
/// <param name="Limit">How long.</param>
/// <param name="LegalReference">Code of the legal reference that sets it.</param>
/// <param name="Role">Role that gets the task when it warns.</param>
/// <param name="Early">What to do when 70 percent of the time has gone.</param>
/// <param name="Late">What to do when the last day has come.</param>
/// <example><code>
/// new LegalClockKind("GDPR_REQUEST", "Begäran om egna personuppgifter", "den dag begäran kom in", TimeLimit.Months(1), "GDPR_BEGARAN", Roles.DataProtectionOfficer, "Svara snart.", "Svara i dag.")
/// </code></example>
public sealed record LegalClockKind(string Code, string Name, string Starts, TimeLimit Limit, string LegalReference, string Role, string Early, string Late)
{
    /// <summary>The law says "as soon as possible" and the like: <see cref="Limit"/> is the municipality's yardstick, and is shown as such.</summary>
    public bool IsYardstick { get; init; }

    /// <summary>Code of the redirect (<see cref="Redirects"/>) that starts it; null when a person starts it.</summary>
    public string? StartedByRedirect { get; init; }

    /// <summary>The day is none that the system knows: a person enters it, and the clock waits until then.</summary>
    public bool DayIsEntered { get; init; }

    /// <summary>How much longer it may become, once, when whoever waits has been told; null when it may not.</summary>
    public TimeLimit? Extension { get; init; }

    /// <summary>The decision may not be delegated while the clock runs: a statutory citizen proposal.</summary>
    public bool NeverDelegated { get; init; }
}

/// <summary>Codes of the clocks that the module itself has.</summary>
public static class LegalClocks
{
    /// <summary>Statutory citizen proposal that the council decides on.</summary>
    public const string CitizenProposal = "CITIZEN_PROPOSAL";

    /// <summary>Statutory citizen proposal that the council has handed over to a nämnd.</summary>
    public const string CitizenProposalAtCommittee = "CITIZEN_PROPOSAL_COMMITTEE";
    public const string PublicRecordRequest = "PUBLIC_RECORD_REQUEST";
    public const string AccessibilityRequest = "ACCESSIBILITY_REQUEST";
    public const string AccessibilityMessage = "ACCESSIBILITY_MESSAGE";

    /// <summary>A part has started a case: after it the part may demand a decision.</summary>
    public const string PartyCase = "PARTY_CASE";

    /// <summary>A part has demanded a decision.</summary>
    public const string PartyDemand = "PARTY_DEMAND";
    public const string PersonalDataRequest = "GDPR_REQUEST";
}
