using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.Sort;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Coach;

/// <summary>A coach at work in tests: hands ideas in, sorts them, and looks at the case afterwards, by the product's own handlers.</summary>
internal sealed class CoachDesk(TestHost host)
{
    public const string Complete = """{"liknande":"ja","ratt-plats":"ja","jamstalldhet":"nej","tillganglighet":"nej","vard-risk":"nej","kostnad":"nej","flera-enheter":"nej"}""";

    public async Task<IdeaReceipt> SubmitAsync(string text = "Fler bänkar längs kanalen.", Func<IdeaSubmission, IdeaSubmission>? also = null) => await host.InScopeAsync(async services =>
    {
        var submission = new IdeaSubmission { SubmissionKey = Guid.CreateVersion7().ToString(), Text = text };
        return Value(await services.GetRequiredService<SubmitIdea>().HandleAsync(also?.Invoke(submission) ?? submission, TestContext.Current.CancellationToken));
    });

    /// <summary>Runs as a coach whose permissions hold in <paramref name="scope"/>, or everywhere.</summary>
    public async Task<T> AsCoachAsync<T>(Func<IServiceProvider, Task<T>> work, PermissionScope? scope = null, int which = 0) => await host.InScopeAsync(async services =>
    {
        var authority = await services.GetRequiredService<IOrganisation>().ReceivingAuthorityAsync(TestContext.Current.CancellationToken);
        var coach = (await services.GetRequiredService<IPeopleDirectory>().InRoleAsync(Roles.IdeaCoach, authority.Id, null, TestContext.Current.CancellationToken))[which];
        string[] permissions = [IdeasPermissions.Work, IdeasPermissions.Sort, IdeasPermissions.Assign, IdeasPermissions.RegisterOnBehalf, IdeasPermissions.SeeOverdue];
        services.GetRequiredService<CurrentUser>().Become(coach.Id, coach.DisplayName, coach.Email, [Roles.IdeaCoach], permissions.ToDictionary(permission => permission, _ => scope ?? PermissionScope.All));
        return await work(services);
    });

    public async Task<Outcome<SortReceipt>> SortAsync(string number, SortDecision? decision, Func<SortRequest, SortRequest>? also = null, PermissionScope? scope = null, int which = 0)
    {
        var idea = await CaseAsync(number);
        return await AsCoachAsync(async services =>
        {
            var unit = (await services.GetRequiredService<IOrganisation>().UnitsAsync(TestContext.Current.CancellationToken))[0];
            var request = new SortRequest
            {
                CaseNumber = number, Version = idea.Version, PublicTitle = "Bänkar", PublicText = "Fler bänkar längs kanalen.", NeedSentence = "Gående behöver vila.", Area = "byggd-miljo", Unit = unit.Id,
                Language = "sv", Track = Tracks.Small, Sorting = Answers.Parse(Complete), Decision = decision,
            };
            return await services.GetRequiredService<SortIdea>().HandleAsync(also?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
        }, scope, which);
    }

    public Task<Idea> CaseAsync(string number) => QueryAsync(db => db.Ideas.AsNoTracking().Include(idea => idea.Contact).SingleAsync(idea => idea.CaseNumber == number));

    public Task<T> QueryAsync<T>(Func<IdeasDbContext, Task<T>> query) => host.InScopeAsync(services => query(services.GetRequiredService<IdeasDbContext>()));

    public static SortDecision Decide(string outcome, string? redirect = null, string? question = null) => new(outcome, "Det är skälet.", null, Impartial: true, RedirectTarget: redirect, Question: question);

    public static T Value<T>(Outcome<T> outcome) => outcome.Problem is null ? outcome.Value! : throw new InvalidOperationException($"{outcome.Problem.Message.Key}: {string.Join("; ", outcome.Problem.Errors.Select(error => error.Field + " " + error.Message.Key))}");
}
