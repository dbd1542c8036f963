using System.Collections.Concurrent;
using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.TestKit.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace IdeSluss.Platform.Tests.Web;

/// <summary>Endpoints that do what no real module does: crash, wait, declare nothing.</summary>
public sealed class TrialModule : IModule
{
    private int made;

    public string Name => "trial";

    public int Made => made;

    /// <summary>A request for a thing of this name is answered when the test says so.</summary>
    public ConcurrentDictionary<string, (TaskCompletionSource Arrived, TaskCompletionSource Answer)> Slow { get; } = new();

    public void Compose(IModuleBuilder module)
    {
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
        api.MapGet("/undeclared", () => "secret");
        api.MapGet("/personal", () => "mine").RequireLogin();
        api.MapGet("/crash", string () => throw new InvalidOperationException("the password is swordfish")).OpenToAll("test");
        api.MapPost("/limited", () => TypedResults.NoContent()).OpenToAll("test").RequireRateLimiting(RateLimits.Write);
        api.MapPost("/breaks", BreakAsync).OpenToAll("test").Idempotent();
        api.MapPost("/things", MakeAsync).OpenToAll("test").Idempotent().WithSummary("Make a thing");
    }

    private async Task<IResult> MakeAsync(Thing thing)
    {
        if (thing.Name.Length == 0) return ((Outcome<int>)Problem.Invalid(new FieldError("name", "Fältet är tomt."))).ToHttp(number => TypedResults.Ok(number));
        if (Slow.TryGetValue(thing.Name, out var slow))
        {
            slow.Arrived.SetResult();
            await slow.Answer.Task;
        }

        var number = Interlocked.Increment(ref made);
        return TypedResults.Created($"/api/v1/trial/things/{number}", new { number, thing.Name });
    }

    /// <summary>Breaks after it has saved something, or before.</summary>
    private static async Task<IResult> BreakAsync(Thing thing, PlatformDbContext database, CancellationToken cancellationToken)
    {
        if (thing.Name == "after")
        {
            database.Audit(new("trial.broke", "thing", Guid.CreateVersion7(), null));
            await database.SaveChangesAsync(cancellationToken);
        }

        throw new InvalidOperationException("broken");
    }

    public sealed record Thing(string Name);
}

/// <summary>One host for all who only ask it things: each start of one costs as much as a hundred questions.</summary>
[CollectionDefinition(nameof(SharedHost))]
public sealed class SharedHost : ICollectionFixture<TrialHost>;

/// <summary>The product with the trial module beside it.</summary>
public class TrialHost : TestHost
{
    public TrialHost()
        : this(new TrialModule(), new Dictionary<string, string?>())
    {
    }

    protected TrialHost(IReadOnlyDictionary<string, string?> settings)
        : this(new TrialModule(), settings)
    {
    }

    private TrialHost(TrialModule trial, IReadOnlyDictionary<string, string?> settings)
        : base(new TestHostOptions { ExtraModules = [trial], Settings = settings }) => Trial = trial;

    public TrialModule Trial { get; }
}
