namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// Someone to consult before a decision: a council, a trade union, an adviser. The module has those that every municipality has (<see cref="ConsultationBodies"/>);
/// a plugin adds its own with <c>plugin.Provide(new ConsultationBody(…))</c>.
/// </summary>
/// <param name="Code">Upper-case with underscores: <c>PENSIONERS_COUNCIL</c>. Never changes.</param>
/// <param name="Name">Swedish, also the key of its translation: <c>Pensionärsrådet</c>.</param>
/// <param name="Explanation">When one asks them, in one sentence. Swedish, also the key of its translation.</param>
/// <param name="AnsweredBy">
/// Role that answers by itself in the system; the role must be allowed to give advice. Null for a body outside, whose answer a coach writes in.
/// </param>
/// <param name="Signs">Answers yes or no, perhaps with conditions; a body that does not sign gives its view in words.</param>
/// <param name="AnswerDays">Working days that are proposed as the time to answer; 1 to 250.</param>
/// <example><code>
/// plugin.Provide(new ConsultationBody("PENSIONERS_COUNCIL", "Pensionärsrådet", "När idén berör äldre. Rådet möts några gånger om året.", AnswerDays: 40));
/// </code></example>
public sealed record ConsultationBody(string Code, string Name, string Explanation, string? AnsweredBy = null, bool Signs = false, int AnswerDays = 15)
{
    /// <summary>Code of the legal reference that asks for the consultation, where one does.</summary>
    public string? LegalReference { get; init; }
}

/// <summary>Codes of the bodies that the module itself has.</summary>
public static class ConsultationBodies
{
    /// <summary>Medicinskt ansvarig sjuksköterska.</summary>
    public const string ResponsibleNurse = "MAS";
    public const string DataProtectionOfficer = "DPO";

    /// <summary>The trade unions: co-determination before a major change.</summary>
    public const string Unions = "UNIONS";
    public const string EqualityAdvisor = "EQUALITY";
    public const string AccessibilityAdvisor = "ACCESSIBILITY";

    /// <summary>Another unit of the municipality; the question names which.</summary>
    public const string OtherUnit = "OTHER_UNIT";
}
