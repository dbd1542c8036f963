using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

/// <summary>What must agree in a plan, and what a year's money needs. Pure.</summary>
internal static class ProgrammeRules
{
    /// <summary>Beside what the form itself checks. The whole plan is looked at, since one part can make another wrong.</summary>
    /// <param name="part">The one that is being written: only its fields can be pointed at.</param>
    public static IEnumerable<FieldError> Check(ProgrammePlan plan, string part) => part switch
    {
        "ram" => CheckFrame(plan),
        "arbete" => CheckWork(plan),
        "parter" => CheckPartners(plan),
        _ => [],
    };

    private static IEnumerable<FieldError> CheckFrame(ProgrammePlan plan)
    {
        if (plan.End <= plan.Start)
        {
            yield return new("slut", "Sista dag: den ska ligga efter den första dagen.");
            yield break;
        }

        if (plan.End > plan.Start.AddYears(ProgrammeForms.MostYears))
        {
            yield return new("slut", new Text("Sista dag: ett program kan vara högst {0} år.", ProgrammeForms.MostYears));
            yield break;
        }

        if (plan.Budget.Count != plan.Years) yield return new("ar", new Text("Budget för varje år: programmet är {0} år långt men budgeten har {1} rader.", plan.Years, plan.Budget.Count));
        else if (plan.Budget.Sum() is var sum && sum != plan.Total)
            yield return new("ar", new Text(sum < plan.Total ? "Budget för varje år: {0} kronor saknas för att raderna ska bli hela budgeten." : "Budget för varje år: raderna är {0} kronor mer än hela budgeten.", Kronor(Math.Abs(plan.Total - sum))));
        foreach (var (phase, at) in plan.Phases.Select((phase, at) => (phase, at)).Where(each => each.phase.From < plan.Start || each.phase.To > plan.End))
            yield return new("slut", new Text("Fas {0}, {1}, ligger utanför de här dagarna. Ändra fasen först.", at + 1, phase.Name));
    }

    private static IEnumerable<FieldError> CheckWork(ProgrammePlan plan)
    {
        foreach (var (phase, at) in plan.Phases.Select((phase, at) => (phase, at)))
        {
            if (phase.To < phase.From) yield return new($"faser.{at}.slut", new Text("{0}: fasen slutar innan den börjar.", phase.Name));
            else if (phase.From < plan.Start || phase.To > plan.End) yield return new($"faser.{at}.start", new Text("{0}: fasen ligger utanför programmet, som pågår {1} till {2}.", phase.Name, Iso(plan.Start), Iso(plan.End)));
        }

        foreach (var (activity, at) in plan.Activities.Select((activity, at) => (activity, at)))
        {
            if (activity.To < activity.From) yield return new($"aktiviteter.{at}.slut", new Text("{0}: aktiviteten slutar innan den börjar.", activity.Name));
            else if (activity.From < plan.Start || activity.To > plan.End) yield return new($"aktiviteter.{at}.start", new Text("{0}: aktiviteten ligger utanför programmet, som pågår {1} till {2}.", activity.Name, Iso(plan.Start), Iso(plan.End)));
            if (activity.Phase > plan.Phases.Count) yield return new($"aktiviteter.{at}.fas", new Text("{0}: det finns ingen fas nummer {1}.", activity.Name, activity.Phase));
        }
    }

    private static IEnumerable<FieldError> CheckPartners(ProgrammePlan plan)
    {
        foreach (var twice in plan.Partners.Select((partner, at) => (partner.Name, at)).GroupBy(each => each.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return new($"parter.{twice.Last().at}.namn", new Text("{0} står två gånger.", twice.Key));
        foreach (var (given, at) in plan.Contributions.Select((given, at) => (given, at)))
        {
            if (given.Partner < 1 || given.Partner > plan.Partners.Count) yield return new($"bidrag.{at}.part", new Text("Planerat bidrag {0}: det finns ingen part nummer {1}.", at + 1, given.Partner));
            if (given.Year < 1 || given.Year > plan.Years) yield return new($"bidrag.{at}.ar", new Text("Planerat bidrag {0}: programmet har {1} år.", at + 1, plan.Years));
        }
    }

    /// <summary>Whole numbers where a form lets any number through.</summary>
    public static IEnumerable<FieldError> CheckWhole(Answers answers, params (string Rows, string Column)[] columns) =>
        from column in columns
        from row in answers.Rows(column.Rows).Select((row, at) => (row, at))
        where row.row.Number(column.Column) is { } number && number != decimal.Truncate(number)
        select new FieldError($"{column.Rows}.{row.at}.{column.Column}", "Skriv ett helt tal.");

    /// <summary>The decision that holds for a year; null where none has been taken. The first year needs none.</summary>
    public static RenewalDecision? DecisionOf(int year, IEnumerable<RenewalDecision> decisions) => decisions.Where(one => one.Year == year).MaxBy(one => (one.RecordedAt, one.Id));

    public static bool MaySpend(int year, IEnumerable<RenewalDecision> decisions) => year == 1 || DecisionOf(year, decisions) is { Granted: true };

    /// <summary>Why nothing may be spent in the year; null when it may.</summary>
    public static Problem? WhyNotSpend(int year, IEnumerable<RenewalDecision> decisions)
    {
        if (year == 1) return null;
        return DecisionOf(year, decisions) switch
        {
            { Granted: true } => null,
            null => Problem.Conflict(new Text("Det finns inget beslut om pengar för år {0}. Skriv in beslutet om förnyelse först.", year)),
            _ => Problem.Conflict(new Text("Förnyelsen för år {0} fick avslag. Då kan inga kostnader bokföras det året.", year)),
        };
    }

    public static string Kronor(decimal amount) => amount.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);

    private static string Iso(DateOnly day) => day.ForPeopleShort(default);
}
