using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>A case's filled-in forms as they are read before a decision: those it rests on, and those from earlier on the way.</summary>
internal sealed record CaseForms(FormFacts Facts, IReadOnlyList<string> Now, IReadOnlyList<string> Earlier, bool OpenFirst = false)
{
    /// <param name="gate">Keys of the forms that the gate ahead asks for.</param>
    public static CaseForms Of(FormFacts facts, IFormRegistry forms, IReadOnlyCollection<string> gate)
    {
        var answered = CaseEvidence.Answered(facts, forms).ToLookup(gate.Contains);
        return new(facts, [.. answered[true]], [.. answered[false]]);
    }

    /// <summary>The basis of a decision is put together from all the others: where there is one it is enough to begin with.</summary>
    public static CaseForms OfBasis(FormFacts facts, IFormRegistry forms)
    {
        var answered = CaseEvidence.Answered(facts, forms);
        string[] basis = [.. answered.Where(form => form == FormKeys.DecisionBasis)];
        return basis.Length > 0 ? new(facts, basis, [.. answered.Except(basis)], OpenFirst: true) : new(facts, answered, []);
    }

    public string TitleOf(string form) => Facts.FormOf(form)?.Title ?? form;
}
