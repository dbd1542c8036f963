using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What the one who is about to decide must have learnt first. Without anyone who knows, and without a requirement, that is nothing.</summary>
internal sealed class DeciderCompetence(IEnumerable<ICompetence> competences, CurrentUser me, IStringLocalizer texts)
{
    /// <summary>What can be required: the decisions that people take in our own workflow.</summary>
    public static IReadOnlyList<CompetenceAction> Actions { get; } =
        [.. DefaultWorkflowDefinition.Build().Gates.Where(gate => !gate.Automatic && gate.Code != Gates.Archive).Select(gate => new CompetenceAction(CompetenceActions.Gate(gate.Code), gate.Name))];

    /// <summary>As what is missing before the decision.</summary>
    public async Task<IReadOnlyList<FieldError>> MissingAsync(string gate, CancellationToken cancellationToken) =>
        [.. (await FindAsync(gate, cancellationToken)).Select(one => new FieldError(KeyOf(one), new Text("{0} Kursen finns på {1}.", one.Message, one.Address)))];

    /// <summary>As lines on the page of the gate, each with the way to the course.</summary>
    public async Task<IReadOnlyList<RequirementView>> LinesAsync(string gate, CancellationToken cancellationToken) =>
        [.. (await FindAsync(gate, cancellationToken)).Select(one => new RequirementView(KeyOf(one), texts["Utbildning"].Value, "missing", texts.Say(one.Message), Blocking: true, [], one.Address))];

    private Task<IReadOnlyList<MissingCompetence>> FindAsync(string gate, CancellationToken cancellationToken) => competences.MissingAsync(me.RequiredId, CompetenceActions.Gate(gate), cancellationToken);

    private static string KeyOf(MissingCompetence one) => "utbildning-" + one.Course;
}
