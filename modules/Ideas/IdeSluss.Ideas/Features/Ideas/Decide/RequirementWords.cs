using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What requirements are called.</summary>
/// <param name="Body">Name of a consultation body by its code.</param>
/// <param name="Form">Title of a form by its key.</param>
internal sealed record RequirementWords(Func<string, string> Body, Func<string, string> Form)
{
    public RequirementWords(BodyCatalogue bodies, IFormRegistry forms)
        : this(bodies.NameOf, key => forms.Current(key)?.Title ?? key)
    {
    }

    public static RequirementWords Codes { get; } = new(code => code, key => key);

    public Text TitleOf(GateRequirement requirement) => requirement.Code switch
    {
        Requirements.ReceiverCommitment => "Mottagare",
        Requirements.Advice => new Text("Råd från {0}", new Text(Adviser(requirement.Subject!))),
        Requirements.ConsultationsAnswered => "Samråd",
        Requirements.BodyConsulted => new Text("Samråd, {0}", new Text(Body(requirement.Subject!))),
        Requirements.FormSigned => new Text(Form(requirement.Form!)),
        _ => requirement.Code,
    };

    private static string Adviser(string role) => role switch
    {
        Roles.IdeaBoard => "idérådet",
        Roles.QualityOfficer => "den kvalitetsansvariga",
        Roles.DataProtectionOfficer => "dataskyddsombudet",
        Roles.EqualityAdvisor => "jämställdhetsstrategen",
        Roles.AccessibilityAdvisor => "tillgänglighetsrådgivaren",
        _ => Roles.NameOf(role),
    };
}
