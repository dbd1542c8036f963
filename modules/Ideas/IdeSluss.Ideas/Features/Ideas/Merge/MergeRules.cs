using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>What may be merged with what, and what may be undone. Pure: whoever asks has found the cases within their scope.</summary>
internal static class MergeRules
{
    public const int MostNote = 500;

    /// <param name="named">The idea whose number was typed.</param>
    /// <param name="target">The idea it leads to: itself, or the one it is merged into.</param>
    public static FieldError? CheckTarget(Idea idea, Idea? named, Idea? target)
    {
        if (named is null || target is null) return new("MergeInto", "Det finns ingen idé med det numret som du får arbeta med.");
        if (named.Id == idea.Id) return new("MergeInto", "En idé kan inte slås ihop med sig själv.");
        if (target.Id == idea.Id) return new("MergeInto", "Den idén är redan sammanslagen med den här.");
        return target.IsOpen ? null : new("MergeInto", new Text("Idén {0} är avslutad. Den går inte att slå ihop med. Finns det som föreslås redan? Besluta det i stället.", target.CaseNumber));
    }

    /// <summary>Whether a yes can be carried out: the other idea may have closed or gone elsewhere since the question.</summary>
    public static bool CanTakeIn(Idea idea, Idea target) => target.Id != idea.Id && target is { IsOpen: true, Restricted: false, RedirectTarget: null };

    /// <summary>
    /// Silence is no yes. A coach may go on without an answer when the last day has passed, and then only if the submitter has left no way to be reached, or has
    /// been tried.
    /// </summary>
    public static Problem? CheckUnanswered(Idea idea, MergeRecord question, DateOnly today, bool triedToReach, string? tried)
    {
        if (today <= question.AnswerBy) return Problem.Conflict(new Text("Idégivaren har till och med {0} på sig att svara. Vänta till dess.", question.AnswerBy.ToString("d MMMM", System.Globalization.CultureInfo.CurrentCulture)));
        if (!CanBeReached(idea)) return null;
        var errors = new List<FieldError>();
        if (!triedToReach) errors.Add(new("Unreachable", "Kryssa i att ni har försökt nå idégivaren. Annars behöver ni ett svar."));
        if (tried is null) errors.Add(new("Tried", "Skriv hur ni har försökt, till exempel: ringt 3 och 5 november."));
        return errors.Count == 0 ? null : Problem.Invalid([.. errors]);
    }

    /// <summary>Someone who reads with a code alone has left no way to be reached.</summary>
    public static bool CanBeReached(Idea idea) =>
        idea.AnswerWay != AnswerWay.Code || idea.SubmitterId is not null || idea.Contact is { } contact && (contact.Email ?? contact.Telephone ?? contact.Address) is not null;

    /// <summary>Why a merge cannot be undone; null when it can. What the two became together in reality or in the archive has no parts to give back.</summary>
    public static Problem? CheckUnmerge(Idea idea, Idea target)
    {
        if (idea.Stage == Stages.Archived || target.Stage == Stages.Archived) return Problem.Conflict("Idéerna går inte att dela: ärendet är arkiverat. Registrera idén på nytt om arbetet ska fortsätta.");
        return target.CloseReason == CloseReasons.Implemented
            ? Problem.Conflict("Idéerna går inte att dela: det de föreslog är genomfört, och båda har fått det beskedet. Registrera idén på nytt om något återstår.")
            : null;
    }

    /// <summary>The question is over and the case its own: it goes on as if it had waited, or stands still as it did before.</summary>
    public static void GoOn(Idea idea, CaseBefore before, DateTimeOffset now)
    {
        if (before.Status != IdeaStatus.Active)
        {
            idea.Status = before.Status;
            idea.PausedAt = before.PausedAt;
            idea.PromiseDue = before.PromiseDue;
        }
        else if (idea.Status == IdeaStatus.Waiting)
        {
            idea.Resume(now);
        }
    }
}
