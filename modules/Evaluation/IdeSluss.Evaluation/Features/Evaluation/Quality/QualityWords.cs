namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class QualityWords
{
    public static string Often(string code) => code switch
    {
        "vecka" => "Varje vecka",
        "manad" => "Varje månad",
        "kvartal" => "Varje kvartal",
        "halvar" => "Varje halvår",
        _ => "Varje år",
    };

    /// <summary>The day after the one on which it was due; never one that has passed, since nobody does last month's check today.</summary>
    public static DateOnly Next(string often, DateOnly due, DateOnly done)
    {
        var next = due;
        for (var step = 1; next <= done; step++)
            next = often switch { "vecka" => due.AddDays(7 * step), "manad" => due.AddMonths(step), "kvartal" => due.AddMonths(3 * step), "halvar" => due.AddMonths(6 * step), _ => due.AddYears(step) };
        return next;
    }
}
