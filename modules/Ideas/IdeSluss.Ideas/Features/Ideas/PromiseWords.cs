using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>How much time is left until the submitter is to hear something, in words; the colour only supports them.</summary>
internal sealed record PromiseWords(Text Said, StatusKind Kind)
{
    /// <summary>Working days left from which the time is called short.</summary>
    private const int Short = 2;

    public static PromiseWords Of(DateOnly? due, IdeaStatus status, DateOnly today)
    {
        if (status == IdeaStatus.Closed) return new("Avslutad", StatusKind.Neutral);
        if (status == IdeaStatus.Waiting) return new("Tiden står still: väntar på svar", StatusKind.Info);
        if (status == IdeaStatus.Parked) return new("Tiden står still: parkerad", StatusKind.Info);
        if (due is not { } day) return new("Ingen tidsgräns", StatusKind.Neutral);
        if (day == today) return new("Besked ska lämnas i dag", StatusKind.Warning);
        if (day < today)
        {
            var late = WorkingDays.Between(day, today);
            return new(late switch { 0 => "Försenad", 1 => "Försenad en vardag", _ => new Text("Försenad {0} vardagar", late) }, StatusKind.Danger);
        }

        var left = WorkingDays.Between(today, day);
        return new(left switch { 0 => "Mindre än en vardag kvar", 1 => "En vardag kvar", _ => new Text("{0} vardagar kvar", left) }, left <= Short ? StatusKind.Warning : StatusKind.Neutral);
    }
}
