using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Whom every municipality can consult; councils are the plugins'.</summary>
internal static class OwnConsultationBodies
{
    public static IReadOnlyList<ConsultationBody> All { get; } =
    [
        new(ConsultationBodies.ResponsibleNurse, "MAS", "Medicinskt ansvarig sjuksköterska läser riskerna när idén rör vård.", Roles.QualityOfficer, Signs: true, AnswerDays: 10),
        new(ConsultationBodies.DataProtectionOfficer, "Dataskyddsombudet", "När personuppgifter behandlas på ett nytt sätt.", Roles.DataProtectionOfficer, AnswerDays: 10),
        new(ConsultationBodies.EqualityAdvisor, "Jämställdhetsstrategen", "När idén kan påverka kvinnor och män olika.", Roles.EqualityAdvisor, AnswerDays: 10),
        new(ConsultationBodies.AccessibilityAdvisor, "Tillgänglighetsrådgivaren", "När någon kan bli utestängd.", Roles.AccessibilityAdvisor, AnswerDays: 10),
        new(ConsultationBodies.Unions, "Fackliga organisationer", "Före en viktigare förändring av verksamheten eller av arbetsförhållandena.") { LegalReference = Laws.Codetermination },
        new(ConsultationBodies.OtherUnit, "En annan enhet", "När idén berör fler än den som äger behovet. Skriv vilken."),
    ];
}
