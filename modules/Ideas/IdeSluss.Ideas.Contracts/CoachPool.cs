namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// Coaches who share cases: what is routed to the pool lies in the inbox of all of them until one takes it. Those who hold the coach's role at the pool's unit are in it, wherever the case itself lies.
/// Provided by the municipality's plugin with <c>plugin.Provide(…)</c>.
/// </summary>
/// <param name="Name">Swedish, also the key of its translation: <c>Projektkontoret</c>.</param>
/// <param name="Unit">Code of the unit whose coaches they are.</param>
/// <param name="Workflows">Keys of the workflows whose cases go to the pool at the first gate; empty for none.</param>
/// <param name="Units">Codes of the units whose cases do, with those below them; empty for none.</param>
/// <example><code>plugin.Provide(new CoachPool("Projektkontoret", "KLF-PK", Workflows: ["PITEA_ALDREOMSORG_V1"], Units: []));</code></example>
public sealed record CoachPool(string Name, string Unit, IReadOnlyList<string> Workflows, IReadOnlyList<string> Units);
