namespace IdeSluss.Sdk.Workflows;

/// <summary>Builds a <see cref="WorkflowDefinition"/> readably in code.</summary>
/// <example><code>
/// new WorkflowBuilder("SIMPLE", 1, "Enkel")
///     .Stage("IN", "Inkommen", publicStep: 0)
///     .Stage("DONE", "Klar", publicStep: 4, end: true)
///     .Reason("IMPLEMENTED", "Genomförd")
///     .Gate("G1", "Beslut", from: "IN", gate => gate.DecidedBy("coach").Close("DONE", "Klart", "DONE", ["IMPLEMENTED"]))
///     .Build()
/// </code></example>
public sealed class WorkflowBuilder(string key, int version, string name)
{
    private readonly List<Stage> stages = [];
    private readonly List<Gate> gates = [];
    private readonly List<Track> tracks = [];
    private readonly List<CloseReason> reasons = [];
    private readonly List<RedirectTarget> redirects = [];

    public WorkflowBuilder Stage(string code, string name, int publicStep, TimeLimit? limit = null, bool end = false)
    {
        stages.Add(new(code, name, publicStep, limit, end));
        return this;
    }

    public WorkflowBuilder Track(string code, string name, string explanation, TimeLimit? promise)
    {
        tracks.Add(new(code, name, explanation, promise));
        return this;
    }

    public WorkflowBuilder Reason(string code, string name, string? shownAs = null)
    {
        reasons.Add(new(code, name, shownAs ?? name));
        return this;
    }

    public WorkflowBuilder Redirect(string code, string name, string explanation, string? receiverRole = null, bool restricted = false)
    {
        redirects.Add(new(code, name, explanation, receiverRole, restricted));
        return this;
    }

    public WorkflowBuilder Gate(string code, string name, string from, Action<GateBuilder> configure)
    {
        var builder = new GateBuilder(code, name, from);
        configure(builder);
        gates.Add(builder.Build());
        return this;
    }

    public WorkflowDefinition Build() => new(key, version, name, stages, gates, tracks, reasons, redirects, []);
}

public sealed class GateBuilder(string code, string name, string from)
{
    private readonly List<Evidence> evidence = [];
    private readonly List<GateOutcome> outcomes = [];
    private readonly List<GateRequirement> requirements = [];
    private IReadOnlyList<string> deciders = [];
    private IReadOnlyList<string> advisers = [];
    private readonly Dictionary<string, IReadOnlyList<string>> decidersInTrack = [];
    private bool automatic;
    private bool atReceiver;

    public GateBuilder DecidedBy(params string[] roles)
    {
        deciders = roles;
        return this;
    }

    /// <summary>A light track keeps its decider all the way.</summary>
    public GateBuilder DecidedInTrack(string track, params string[] roles)
    {
        decidersInTrack[track] = roles;
        return this;
    }

    public GateBuilder AdviceFrom(params string[] roles)
    {
        advisers = roles;
        return this;
    }

    /// <summary>Decided in the unit that has accepted to receive the result, where there is one.</summary>
    public GateBuilder AtReceiver()
    {
        atReceiver = true;
        return this;
    }

    /// <summary>The system passes it; the named deciders correct.</summary>
    public GateBuilder Automatic()
    {
        automatic = true;
        return this;
    }

    public GateBuilder Needs(string form, params string[] notInTracks)
    {
        evidence.Add(new(form, notInTracks));
        return this;
    }

    /// <summary>Blocks some outcomes only.</summary>
    public GateBuilder NeedsFor(string[] outcomes, string form, params string[] notInTracks)
    {
        evidence.Add(new(form, notInTracks) { OnlyForOutcomes = outcomes });
        return this;
    }

    public GateBuilder Asks(string form, params string[] notInTracks)
    {
        evidence.Add(new(form, notInTracks, Blocking: false));
        return this;
    }

    /// <summary>Something beside forms that must hold; <paramref name="code"/> of a declared <see cref="RequirementDefinition"/>.</summary>
    public GateBuilder Requires(string code, params string[] notInTracks) => Requires(new GateRequirement(code) { NotInTracks = notInTracks });

    /// <inheritdoc cref="Requires(string, string[])"/>
    public GateBuilder Requires(GateRequirement requirement)
    {
        requirements.Add(requirement);
        return this;
    }

    public GateBuilder Advance(string outcome, string label, string to, string[]? onlyIn = null, string? setsTrack = null, bool needsEvidence = true) =>
        Add(new(outcome, label, OutcomeKind.Advance, to, [], onlyIn ?? [], SetsTrack: setsTrack, NeedsEvidence: needsEvidence));

    public GateBuilder Back(string outcome, string label, string to, int? mostTimes = null, string[]? onlyIn = null) =>
        Add(new(outcome, label, OutcomeKind.Back, to, [], onlyIn ?? [], mostTimes));

    public GateBuilder ReturnForInfo(string outcome, string label) => Add(new(outcome, label, OutcomeKind.ReturnForInfo, null, [], []));

    public GateBuilder Park(string outcome, string label) => Add(new(outcome, label, OutcomeKind.Park, null, [], []));

    public GateBuilder Close(string outcome, string label, string to, string[] closeReasons, bool negative = false, bool needsEvidence = false, string[]? onlyIn = null) =>
        Add(new(outcome, label, OutcomeKind.Close, to, closeReasons, onlyIn ?? [], Negative: negative, NeedsEvidence: needsEvidence));

    public GateBuilder Redirect(string outcome, string label, string to) => Add(new(outcome, label, OutcomeKind.Redirect, to, ["REDIRECTED"], []));

    public GateBuilder Merge(string outcome, string label, string to) => Add(new(outcome, label, OutcomeKind.Merge, to, ["MERGED"], []));

    internal Gate Build() => new(code, name, from, deciders, advisers, evidence, outcomes, automatic, decidersInTrack)
    {
        Requirements = requirements.Count > 0 ? requirements : null,
        AtReceiver = atReceiver,
    };

    private GateBuilder Add(GateOutcome outcome)
    {
        outcomes.Add(outcome);
        return this;
    }
}

/// <summary>
/// A local variant: adds to a base, never copies it. Becomes a workflow of its own under <paramref name="Key"/>; bound to a case at its first gate when the
/// case's unit is one of <paramref name="AppliesToUnits"/>.
/// </summary>
public sealed record WorkflowVariant(string Key, int Version, string Name, string BasedOn, IReadOnlyList<string> AppliesToUnits)
{
    /// <summary>Gate code → evidence.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Evidence>> AddedEvidence { get; init; } = new Dictionary<string, IReadOnlyList<Evidence>>();
    /// <summary>Gate code → what must hold there beside forms.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<GateRequirement>> AddedRequirements { get; init; } = new Dictionary<string, IReadOnlyList<GateRequirement>>();
    /// <summary>Gate code → role codes that decide instead.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Deciders { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>Gate code → role codes that also give advice.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Advice { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>Stage code → limit that holds instead.</summary>
    public IReadOnlyDictionary<string, TimeLimit> Limits { get; init; } = new Dictionary<string, TimeLimit>();
    /// <summary>Stage code → local name.</summary>
    public IReadOnlyDictionary<string, string> StageNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Ways through the same gates that only this variant has.</summary>
    public IReadOnlyList<AddedTrack> AddedTracks { get; init; } = [];

    public WorkflowDefinition ApplyTo(WorkflowDefinition basis) => AddedTracks.Aggregate(WithoutTracks(basis), (workflow, added) => added.ApplyTo(workflow));

    private WorkflowDefinition WithoutTracks(WorkflowDefinition basis) => basis with
    {
        Key = Key,
        Version = Version,
        Name = Name,
        AppliesToUnits = AppliesToUnits,
        Stages = [.. basis.Stages.Select(stage => stage with
        {
            Name = StageNames.GetValueOrDefault(stage.Code, stage.Name),
            Limit = Limits.GetValueOrDefault(stage.Code) ?? stage.Limit,
        })],
        Gates = [.. basis.Gates.Select(gate => gate with
        {
            DecidedBy = Deciders.GetValueOrDefault(gate.Code) ?? gate.DecidedBy,
            AdviceFrom = [.. gate.AdviceFrom.Union(Advice.GetValueOrDefault(gate.Code) ?? [])],
            Evidence = [.. gate.Evidence, .. AddedEvidence.GetValueOrDefault(gate.Code) ?? []],
            Requirements = AddedRequirements.GetValueOrDefault(gate.Code) is { } added ? [.. gate.Requirements ?? [], .. added] : gate.Requirements,
        })],
    };

    /// <summary>Names in the variant that the base does not have.</summary>
    public IReadOnlyList<string> UnknownTo(WorkflowDefinition basis)
    {
        var gates = AddedEvidence.Keys.Concat(AddedRequirements.Keys).Concat(Deciders.Keys).Concat(Advice.Keys).Distinct().Where(code => basis.Gates.All(gate => gate.Code != code));
        var stages = Limits.Keys.Concat(StageNames.Keys).Concat(AddedTracks.SelectMany(added => added.Track.Together?.Stages ?? [])).Distinct().Where(code => basis.Stages.All(stage => stage.Code != code));
        var tracks = AddedTracks.Select(added => added.Like).Distinct().Where(code => basis.TrackOf(code) is null);
        return
        [
            .. gates.Select(code => $"variant {Key}: {basis.Key} has no gate {code}."),
            .. stages.Select(code => $"variant {Key}: {basis.Key} has no stage {code}."),
            .. tracks.Select(code => $"variant {Key}: {basis.Key} has no track {code}."),
        ];
    }
}

/// <summary>A track of a variant's own: the same evidence, outcomes and deciders as another, in another time.</summary>
/// <param name="Like">Code of the track whose content it has.</param>
/// <example><code>
/// new AddedTrack(new("SPRINT", "Sprint", "…", null) { Together = new(["NEED", "CONCEPT"], TimeLimit.WorkingDays(5)) }, Like: "FULL")
/// </code></example>
public sealed record AddedTrack(Track Track, string Like)
{
    internal WorkflowDefinition ApplyTo(WorkflowDefinition workflow) => workflow with { Tracks = [.. workflow.Tracks, Track], Gates = [.. workflow.Gates.Select(Apply)] };

    private Gate Apply(Gate gate) => gate with
    {
        Evidence = [.. gate.Evidence.Select(evidence => evidence with { NotNeededInTracks = Widened(evidence.NotNeededInTracks) })],
        Outcomes = [.. gate.Outcomes.Select(outcome => outcome with { OnlyInTracks = Widened(outcome.OnlyInTracks) })],
        Requirements = gate.Requirements is { } requirements ? [.. requirements.Select(requirement => requirement with { NotInTracks = Widened(requirement.NotInTracks) })] : null,
        DecidersInTrack = gate.DecidersInTrack?.GetValueOrDefault(Like) is { } deciders ? new Dictionary<string, IReadOnlyList<string>>(gate.DecidersInTrack) { [Track.Code] = deciders } : gate.DecidersInTrack,
    };

    private IReadOnlyList<string> Widened(IReadOnlyList<string> tracks) => tracks.Contains(Like) ? [.. tracks, Track.Code] : tracks;
}
