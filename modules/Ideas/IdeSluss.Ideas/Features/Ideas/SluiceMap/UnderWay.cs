using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

/// <summary>Cases on their way, and those of one band. The first condition is that of the index <c>ix_idea_under_way</c>, which holds every column asked for here.</summary>
internal static class UnderWay
{
    public static IQueryable<Idea> OnTheirWay(this IQueryable<Idea> ideas) => ideas.Where(idea => idea.Status != IdeaStatus.Closed && !idea.Restricted);

    public static IQueryable<Idea> InPromise(this IQueryable<Idea> ideas, PromiseBand? band, BandLimits limits)
    {
        var (today, soon) = (limits.Today, limits.SoonUntil);
        return band switch
        {
            PromiseBand.Still => ideas.Where(idea => idea.Status != IdeaStatus.Active),
            PromiseBand.Late => ideas.Where(idea => idea.Status == IdeaStatus.Active && idea.PromiseDue < today),
            PromiseBand.Soon => ideas.Where(idea => idea.Status == IdeaStatus.Active && idea.PromiseDue >= today && idea.PromiseDue <= soon),
            PromiseBand.InTime => ideas.Where(idea => idea.Status == IdeaStatus.Active && (idea.PromiseDue == null || idea.PromiseDue > soon)),
            _ => ideas,
        };
    }

    public static IQueryable<Idea> Resting(this IQueryable<Idea> ideas, RestBand? band, BandLimits limits)
    {
        var (fortnight, twoMonths, halfYear) = (limits.Fortnight, limits.TwoMonths, limits.HalfYear);
        return band switch
        {
            RestBand.Fortnight => ideas.Where(idea => idea.StageEnteredAt >= fortnight),
            RestBand.TwoMonths => ideas.Where(idea => idea.StageEnteredAt < fortnight && idea.StageEnteredAt >= twoMonths),
            RestBand.HalfYear => ideas.Where(idea => idea.StageEnteredAt < twoMonths && idea.StageEnteredAt >= halfYear),
            RestBand.Longer => ideas.Where(idea => idea.StageEnteredAt < halfYear),
            _ => ideas,
        };
    }
}
