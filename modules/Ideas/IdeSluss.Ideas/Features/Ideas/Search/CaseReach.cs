using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <summary>Cases that someone may find, of one kind.</summary>
/// <param name="Column">Where their words are searched.</param>
/// <param name="Opens">Where such a case is read: this and its number.</param>
/// <param name="Whole">With what the submitter wrote.</param>
internal sealed record CaseReach(IQueryable<Idea> Cases, string Column, string Opens, bool Whole)
{
    /// <summary>The kinds of cases this reader may find, without overlap.</summary>
    public static IReadOnlyList<CaseReach> Of(IdeasDbContext db, CurrentUser me)
    {
        var (works, searches) = (me.Scope(IdeasPermissions.Work), me.Scope(IdeasPermissions.SearchCases));
        var reaches = new List<CaseReach>();
        if (!works.IsNone) reaches.Add(new(db.Ideas.AsNoTracking().Within(works), SearchColumns.Work, "/arbete/", Whole: true));
        if (works.Everything || searches.IsNone) return reaches;
        // The condition is that of the index on the public text; what a coach has not read yet is not for those who decide.
        var read = db.Ideas.AsNoTracking().Within(searches).Where(idea => idea.PublishedAt != null && idea.RedirectTarget == null);
        reaches.Add(new(works.IsNone ? read : read.NotCovered(works), SearchColumns.Public, "/att-besluta/", Whole: false));
        return reaches;
    }

    public static IQueryable<Idea> Narrow(IQueryable<Idea> ideas, CaseSearch search)
    {
        if (SubmittedText.Line(search.Stage) is { } stage) ideas = ideas.Where(idea => idea.Stage == stage);
        if (SubmittedText.Line(search.Track) is { } track) ideas = ideas.Where(idea => idea.Track == track);
        if (search.Status is { } status) ideas = ideas.Where(idea => idea.Status == status);
        if (search.Coach is { } coach) ideas = ideas.Where(idea => idea.CoachId == coach);
        return search.Unit is { } unit ? ideas.Where(idea => idea.UnitId == unit) : ideas;
    }

    public static IQueryable<Idea> After(IQueryable<Idea> ideas, Cursor? cursor) => cursor is { } after
        ? ideas.Where(idea => EF.Functions.LessThan(ValueTuple.Create(idea.ReceivedAt, idea.Id), ValueTuple.Create(after.At, after.Id)))
        : ideas;

    public static IQueryable<Idea> NewestFirst(IQueryable<Idea> ideas) => ideas.OrderByDescending(idea => idea.ReceivedAt).ThenByDescending(idea => idea.Id);
}
