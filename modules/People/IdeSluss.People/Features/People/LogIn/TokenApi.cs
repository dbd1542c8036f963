using System.Security.Claims;
using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IdeSluss.People.Features.LogIn;

internal sealed record RefreshTokenRequest(string? RefreshToken);

/// <summary>Bearer tokens for the API. They end with the sessions: each request compares the stamp they carry.</summary>
internal static class TokenApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/token", async (LogInRequest request, LogIn handler, SignInManager<Person> signIn, CancellationToken cancellationToken) =>
            {
                var outcome = await handler.HandleAsync(request, cancellationToken);
                return outcome.Failed(out _, out var person)
                    ? outcome.ToHttp(_ => TypedResults.NoContent())
                    : TypedResults.SignIn(await signIn.CreateUserPrincipalAsync(person), authenticationScheme: IdentityConstants.BearerScheme);
            })
            .OpenToAll("one gets a token by showing who one is")
            .RequireRateLimiting(RateLimits.Secret)
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Get a bearer token")
            .WithDescription("With e-mail address and password. Send it as `Authorization: Bearer …`; it holds for an hour, the refresh token for two weeks, and both end when the account is deactivated or its password changes.");

        api.MapPost("/token/refresh", async (RefreshTokenRequest request, RefreshToken handler, SignInManager<Person> signIn, CancellationToken cancellationToken) =>
            {
                var outcome = await handler.HandleAsync(request, cancellationToken);
                return outcome.Failed(out _, out var person)
                    ? outcome.ToHttp(_ => TypedResults.NoContent())
                    : TypedResults.SignIn(await signIn.CreateUserPrincipalAsync(person), authenticationScheme: IdentityConstants.BearerScheme);
            })
            .OpenToAll("the refresh token shows who one is")
            .RequireRateLimiting(RateLimits.Secret)
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status403Forbidden)
            .WithSummary("Get a new bearer token by the refresh token");
    }
}

internal sealed class RefreshToken(PeopleDbContext db, IOptionsMonitor<BearerTokenOptions> options, IOptions<IdentityOptions> identity, InstanceInfo instance, TimeProvider time)
{
    public async Task<Outcome<Person>> HandleAsync(RefreshTokenRequest request, CancellationToken cancellationToken)
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        var claims = identity.Value.ClaimsIdentity;
        if (ticket?.Properties.ExpiresUtc is not { } expires || time.GetUtcNow() >= expires
            || !Guid.TryParse(ticket.Principal.FindFirstValue(claims.UserIdClaimType), out var id)) return Ended();

        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id && person.IsActive && (instance.IsDemo || !person.IsDemo), cancellationToken);
        return person is not null && person.SecurityStamp == ticket.Principal.FindFirstValue(claims.SecurityStampClaimType) ? person : Ended();
    }

    private static Problem Ended() => Problem.Forbidden("Sessionen är avslutad. Logga in igen.");
}
