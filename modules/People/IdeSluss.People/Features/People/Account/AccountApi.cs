using IdeSluss.People.Domain;
using IdeSluss.People.Features.ChoosePassword;
using IdeSluss.People.Features.CreateAccount;
using IdeSluss.People.Features.ForgotPassword;
using IdeSluss.People.Features.ResetPassword;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.People.Features.Account;

/// <param name="Roles">Codes of the roles held today.</param>
internal sealed record OwnAccountView(Guid Id, string DisplayName, string Email, string? Title, string Language, IReadOnlyList<string> Roles, int Version);

/// <summary>One's own account, and the ways to get one or get back into it.</summary>
internal static class AccountApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MapOwn(api.MapGroup("/me").RequireLogin());

        api.MapPost("/accounts", async (CreateAccountRequest request, CreateAccount.CreateAccount handler, CancellationToken cancellationToken) =>
                (await handler.HandleAsync(request, cancellationToken)).ToHttp(_ => TypedResults.Accepted((string?)null)))
            .OpenToAll("a resident makes an account").RequireRateLimiting(RateLimits.Secret).Idempotent()
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Make an account for a resident")
            .WithDescription("A mail with a link to choose a password is sent. The answer is the same when the address has an account.");

        api.MapPost("/password-reset", async (ForgotPasswordRequest request, ForgotPassword.ForgotPassword handler, CancellationToken cancellationToken) =>
                (await handler.HandleAsync(request, cancellationToken)).ToHttp(_ => TypedResults.Accepted((string?)null)))
            .OpenToAll("one who forgot the password cannot log in").RequireRateLimiting(RateLimits.Secret)
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Ask for a link to choose a new password")
            .WithDescription("The answer is the same whether the address has an account.");

        api.MapPost("/password-reset/confirm", async (ResetPasswordRequest request, ResetPassword.ResetPassword handler, CancellationToken cancellationToken) =>
                (await handler.HandleAsync(request, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .OpenToAll("the code in the mail shows who one is").RequireRateLimiting(RateLimits.Secret)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Choose a new password by the code in the mail")
            .WithDescription("Ends every session and token of the account.");

        api.MapPost("/invitations/accept", async (ChoosePasswordRequest request, ChoosePassword.ChoosePassword handler, CancellationToken cancellationToken) =>
                (await handler.HandleAsync(request, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .OpenToAll("the code in the mail shows who one is").RequireRateLimiting(RateLimits.Secret)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Accept an invitation, or confirm an account one made oneself");
    }

    private static void MapOwn(IEndpointRouteBuilder me)
    {
        me.MapGet("", async (OwnAccount own, CurrentUser user, HttpResponse response, CancellationToken cancellationToken) =>
            {
                var person = await own.FindAsync(cancellationToken);
                response.SetVersionTag(person.Version);
                return TypedResults.Ok(Of(person, user));
            })
            .WithSummary("Who one is, with the roles one holds today");

        me.MapPatch("", async (UpdateAccountRequest request, OwnAccount own, HttpContext http, CancellationToken cancellationToken) =>
                (await own.UpdateAsync(request, http.Request.IfMatchVersion(), cancellationToken)).ToHttp(person =>
                {
                    http.Response.SetVersionTag(person.Version);
                    return TypedResults.NoContent();
                }))
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Change one's name, title and language");

        me.MapPost("/password", async (ChangePasswordRequest request, OwnAccount own, SignInManager<Person> signIn, CancellationToken cancellationToken) =>
                await NewTokenAsync(await own.ChangePasswordAsync(request, cancellationToken), signIn))
            .RequireRateLimiting(RateLimits.Secret)
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Change one's password")
            .WithDescription("Ends every session and token; the answer is a new token.");

        me.MapPost("/end-other-sessions", async (OwnAccount own, SignInManager<Person> signIn, CancellationToken cancellationToken) =>
                await NewTokenAsync(await own.EndOtherSessionsAsync(cancellationToken), signIn))
            .Produces<AccessTokenResponse>()
            .WithSummary("End every session and token of one's account")
            .WithDescription("The answer is a new token.");
    }

    private static async Task<IResult> NewTokenAsync(Outcome<Person> outcome, SignInManager<Person> signIn) =>
        outcome.Failed(out _, out var person)
            ? outcome.ToHttp(_ => TypedResults.NoContent())
            : TypedResults.SignIn(await signIn.CreateUserPrincipalAsync(person), authenticationScheme: IdentityConstants.BearerScheme);

    private static OwnAccountView Of(Person person, CurrentUser user) =>
        new(person.Id, person.DisplayName, person.Email!, person.Title, person.Language, user.Roles, person.Version);
}
