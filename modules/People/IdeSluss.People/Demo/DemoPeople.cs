using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;

namespace IdeSluss.People.Demo;

/// <param name="Key">Before the @ in the address.</param>
/// <param name="Name">Invented, and so that one sees it.</param>
/// <param name="Title">Swedish, as after the name on a decision.</param>
/// <param name="Roles">Empty for one who only hands in ideas.</param>
internal sealed record Persona(string Key, string Name, string Title, IReadOnlyList<(string Role, DemoPlace Place)> Roles)
{
    public string Email => $"{Key}@demo.example";
}

/// <summary>Where in the seeded organisation a persona works.</summary>
internal enum DemoPlace
{
    Everywhere,

    /// <summary>Socialnämnden, or the first authority where none is called so.</summary>
    SocialAuthority,

    ReceivingAuthority,

    /// <summary>The first unit at the bottom of <see cref="SocialAuthority"/>, preferably a home (boende): most of the invented ideas happen in one.</summary>
    FirstUnit,

    /// <summary>Another unit at the bottom, in another authority when there is one.</summary>
    SecondUnit,
}

/// <summary>One persona per role, to try the product with.</summary>
internal static class DemoPeople
{
    /// <summary>No secret: it is printed at start and on the log-in page, and opens nothing outside a demo.</summary>
    public const string Password = "prova-gärna-slussen";

    public static IReadOnlyList<Persona> All { get; } =
    [
        new("coach", "Kajsa Coachberg", "idécoach", [(Roles.IdeaCoach, DemoPlace.Everywhere)]),
        new("coach2", "Klas Slussqvist", "idécoach", [(Roles.IdeaCoach, DemoPlace.Everywhere)]),
        new("registrator", "Rut Registrin", "registrator", [(Roles.IntakeOfficer, DemoPlace.Everywhere)]),
        new("enhetschef", "Enar Enhetslund", "enhetschef", [(Roles.NeedOwner, DemoPlace.FirstUnit)]),
        new("enhetschef2", "Elsa Enhetsdal", "enhetschef", [(Roles.NeedOwner, DemoPlace.SecondUnit)]),
        new("forvaltningschef", "Fredrika Förvaltqvist", "förvaltningschef", [(Roles.DelegatedDecisionMaker, DemoPlace.SocialAuthority), (Roles.NeedOwner, DemoPlace.SocialAuthority)]),
        new("kommunchef", "Kim Kommunvall", "kommunchef", [(Roles.DelegatedDecisionMaker, DemoPlace.Everywhere), (Roles.NeedOwner, DemoPlace.Everywhere)]),
        new("iderad", "Rådmar Idérådin", "ledamot i idérådet", [(Roles.IdeaBoard, DemoPlace.Everywhere)]),
        new("ledamot", "Nils Nämndlöv", "ledamot i nämnden", [(Roles.Committee, DemoPlace.SocialAuthority), (Roles.Committee, DemoPlace.ReceivingAuthority)]),
        new("sekreterare", "Siv Protokollén", "nämndsekreterare", [(Roles.CommitteeSecretary, DemoPlace.SocialAuthority), (Roles.CommitteeSecretary, DemoPlace.ReceivingAuthority)]),
        new("testledare", "Tora Testbäck", "testledare", [(Roles.TestLead, DemoPlace.Everywhere)]),
        new("nytta", "Nora Nyttström", "nyttoansvarig", [(Roles.BenefitOwner, DemoPlace.Everywhere)]),
        new("kvalitet", "Kvintus Kvalitz", "kvalitetsansvarig", [(Roles.QualityOfficer, DemoPlace.Everywhere)]),
        new("dataskydd", "Dag Dataskydding", "dataskyddsombud", [(Roles.DataProtectionOfficer, DemoPlace.Everywhere)]),
        new("arkivarie", "Arvida Arkivlund", "arkivarie", [(Roles.Archivist, DemoPlace.Everywhere)]),
        new("jamstalldhet", "Janne Jämställvik", "jämställdhetsstrateg", [(Roles.EqualityAdvisor, DemoPlace.Everywhere)]),
        new("tillganglighet", "Tilly Tillgängberg", "tillgänglighetsrådgivare", [(Roles.AccessibilityAdvisor, DemoPlace.Everywhere)]),
        new("forskare", "Frida Följeskog", "följeforskare", [(Roles.Researcher, DemoPlace.Everywhere)]),
        new("systemforvaltare", "Sam Systemsjö", "systemförvaltare", [(Roles.SystemAdmin, DemoPlace.Everywhere)]),
        new("medarbetare", "Mats Medarbetsén", "medarbetare", []),
        new("invanare", "Inga Invånarsdotter", "invånare", []),
    ];

    /// <summary>What the log-in page and the start print.</summary>
    public static IEnumerable<string> Lines(InstanceInfo instance)
    {
        if (!instance.IsDemo) yield break;
        yield return $"Prova som (lösenord för alla: {Password}):";
        foreach (var persona in All) yield return $"  {persona.Email,-32} {persona.Title}";
    }
}

internal sealed class DemoNotes(InstanceInfo instance) : IStartUpNotes
{
    public IEnumerable<string> Lines => DemoPeople.Lines(instance);
}
