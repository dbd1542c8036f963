using IdeSluss.TestKit.Web;

namespace IdeSluss.TestKit.Hosting;

/// <summary>The demo's invented people, by the name before the @ of their address.</summary>
public static class Personas
{
    public const string Coach = "coach";
    public const string SecondCoach = "coach2";
    public const string Registrar = "registrator";
    public const string NeedOwner = "enhetschef";
    public const string OtherNeedOwner = "enhetschef2";

    /// <summary>Decides by delegation, and is need owner, in the social authority.</summary>
    public const string DepartmentHead = "forvaltningschef";

    /// <summary>As <see cref="DepartmentHead"/>, everywhere.</summary>
    public const string ChiefExecutive = "kommunchef";
    public const string IdeaBoard = "iderad";
    public const string CommitteeMember = "ledamot";
    public const string CommitteeSecretary = "sekreterare";
    public const string TestLead = "testledare";
    public const string BenefitOwner = "nytta";
    public const string QualityOfficer = "kvalitet";
    public const string DataProtectionOfficer = "dataskydd";
    public const string Archivist = "arkivarie";
    public const string EqualityAdvisor = "jamstalldhet";
    public const string AccessibilityAdvisor = "tillganglighet";
    public const string Researcher = "forskare";
    public const string Administrator = "systemforvaltare";
    public const string Employee = "medarbetare";
    public const string Resident = "invanare";

    public static string AddressOf(string persona) => $"{persona}@demo.example";

    /// <summary>As the demo lets one: without a password.</summary>
    public static async Task LogInAsync(Visitor visitor, string persona)
    {
        var page = await visitor.PostFormAsync("/logga-in", new { }, $"persona={AddressOf(persona)}");
        if (page.Address.StartsWith("/logga-in", StringComparison.Ordinal) || page.StatusCode is 401 or 403 or >= 500)
            throw new InvalidOperationException($"{persona} could not log in: {page.StatusCode} at {page.Address}{Environment.NewLine}{page.Text}");
    }
}
