namespace IdeSluss.People.Contracts;

/// <summary>Role codes (<c>domain.md</c> 1.4). A person holds a role in a scope: the municipality, an authority, or a unit with all below it.</summary>
public static class Roles
{
    /// <summary>Idégivare with an account: a resident or employee who follows their own ideas. Needs no assignment.</summary>
    public const string IdeaSubmitter = "IdeaSubmitter";
    public const string IntakeOfficer = "IntakeOfficer";
    public const string IdeaCoach = "IdeaCoach";
    public const string NeedOwner = "NeedOwner";
    public const string IdeaBoard = "IdeaBoard";
    public const string DelegatedDecisionMaker = "DelegatedDecisionMaker";

    /// <summary>Elected member of a nämnd: reads the basis, decides at the meeting.</summary>
    public const string Committee = "Committee";

    /// <summary>Enters the nämnd's decision text and § number.</summary>
    public const string CommitteeSecretary = "CommitteeSecretary";
    public const string TestLead = "TestLead";
    public const string BenefitOwner = "BenefitOwner";

    /// <summary>Kvalitetsansvarig, MAS, SAS: receives lex Sarah.</summary>
    public const string QualityOfficer = "QualityOfficer";
    public const string DataProtectionOfficer = "DataProtectionOfficer";
    public const string Archivist = "Archivist";
    public const string EqualityAdvisor = "EqualityAdvisor";
    public const string AccessibilityAdvisor = "AccessibilityAdvisor";
    public const string Researcher = "Researcher";

    /// <summary>Systemförvaltare: configuration, never content by default.</summary>
    public const string SystemAdmin = "SystemAdmin";

    /// <summary>Every assignable role with its Swedish name, also the key of its translation.</summary>
    public static IReadOnlyList<RoleName> All { get; } =
    [
        new(IntakeOfficer, "Registrator"),
        new(IdeaCoach, "Idécoach"),
        new(NeedOwner, "Behovsägare (enhetschef)"),
        new(IdeaBoard, "Idéråd"),
        new(DelegatedDecisionMaker, "Förvaltningschef, beslutsfattare enligt delegation"),
        new(Committee, "Ledamot i nämnd"),
        new(CommitteeSecretary, "Nämndsekreterare"),
        new(TestLead, "Testledare"),
        new(BenefitOwner, "Nyttoansvarig"),
        new(QualityOfficer, "Kvalitetsansvarig (MAS, SAS)"),
        new(DataProtectionOfficer, "Dataskyddsombud"),
        new(Archivist, "Arkivarie"),
        new(EqualityAdvisor, "Jämställdhetsstrateg"),
        new(AccessibilityAdvisor, "Tillgänglighetsrådgivare"),
        new(Researcher, "Följeforskare"),
        new(SystemAdmin, "Systemförvaltare"),
    ];

    /// <summary>The role's Swedish name; the code itself for one that is unknown, so that an old assignment still shows.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(role => role.Code == code)?.Name ?? code;
}

public sealed record RoleName(string Code, string Name);
