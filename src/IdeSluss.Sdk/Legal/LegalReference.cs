namespace IdeSluss.Sdk.Legal;

/// <summary>
/// A rule of law that something here rests on, with the days it is in force. Provided by modules and plugins as data (<c>Provide</c>): when the law moves, the old
/// entry gets its last day and a new one with the same code takes over, and no form or text has to change. Nothing that people read cites a law in any other way.
/// </summary>
/// <param name="Code">Upper-case with underscores, what forms and pages refer to: <c>MDR</c>. Never changes.</param>
/// <param name="Name">What people call it, with its number: <c>Förordning (EU) 2017/745 om medicintekniska produkter</c>.</param>
/// <param name="From">First day in force; null when it was so before anyone used the system.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Place">Where in it: <c>artikel 35</c>.</param>
/// <example><code>module.Provide(new LegalReference("DPIA", "Dataskyddsförordningen (EU) 2016/679", new DateOnly(2018, 5, 25), Place: "artikel 35"));</code></example>
public sealed record LegalReference(string Code, string Name, DateOnly? From = null, DateOnly? To = null, string? Place = null)
{
    /// <summary>What it says, in one sentence for people; Swedish.</summary>
    public string? Says { get; init; }

    /// <summary>Where it was read, and when, for whoever checks it.</summary>
    public string? Source { get; init; }

    /// <summary>Known from memory or at second hand: a lawyer should look before anyone leans on it.</summary>
    public bool ToBeConfirmed { get; init; }

    /// <summary>As it is cited: <c>Förvaltningslagen (2017:900), 26 §</c>. In Swedish whatever the interface's language: it is the law's own name.</summary>
    public string Citation => Place is null ? Name : $"{Name}, {Place}";

    public bool IsInForce(DateOnly day) => !(From > day) && !(To < day);
}

public static class LegalReferences
{
    /// <summary>The rule with this code as it is on a day; plugins' entries come last and win. Null when none is in force.</summary>
    public static LegalReference? On(this IEnumerable<LegalReference> all, string code, DateOnly day) =>
        all.LastOrDefault(reference => reference.Code == code && reference.IsInForce(day));

    /// <summary>As cited on a day, for a sentence or a record; the code itself when nothing with it is in force, so that the gap is seen.</summary>
    public static string Cite(this IEnumerable<LegalReference> all, string code, DateOnly day) => all.On(code, day)?.Citation ?? code;
}
