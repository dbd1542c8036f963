using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Enrol;

internal sealed class EnrolInput
{
    public string? Food { get; set; }
    public string? Access { get; set; }

    /// <summary>Code of the unit or authority where one works; needed once, for courses that a manager approves.</summary>
    public string? Unit { get; set; }
}

/// <param name="Token">Of the enrolment's address.</param>
internal sealed record Enrolled(string Token, EnrolmentState State);

/// <summary>Someone who is logged in enrols in a session.</summary>
internal sealed class EnrolMyself(TrainingDbContext db, Learners learners, Enrolling enrolling, EnrolmentLinks links, IOrganisation organisation)
{
    public async Task<Outcome<Enrolled>> HandleAsync(Guid sessionId, EnrolInput input, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await enrolling.HoldOpenAsync(sessionId, cancellationToken)).Failed(out var closed, out var held)) return closed;
        var (session, course) = held;
        if (EnrolmentRules.CheckNeeds(input.Food, input.Access).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var learner = await learners.MeAsync(cancellationToken);
        if (!string.IsNullOrEmpty(input.Unit))
        {
            if (await organisation.PlaceAsync(input.Unit, cancellationToken) is not { } place) return Problem.Invalid(new FieldError("unit", "Var arbetar du: välj ett av alternativen."));
            (learner.AuthorityId, learner.UnitId) = (place.Authority, place.Unit);
        }
        else if (course.ManagerApproves && learner.AuthorityId is null)
        {
            return Problem.Invalid(new FieldError("unit", "Var arbetar du: välj en enhet, så vet vi vilken chef som godkänner."));
        }

        if ((await enrolling.AddAsync(session, course, learner, byManager: false, cancellationToken)).Failed(out var problem, out var enrolment)) return problem;
        if (!string.IsNullOrWhiteSpace(input.Food) || !string.IsNullOrWhiteSpace(input.Access))
            db.Needs.Add(new() { EnrolmentId = enrolment.Id, Food = input.Food.OrNothing(), Access = input.Access.OrNothing() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Enrolled(links.TokenOf(enrolment.Id), enrolment.State);
    }
}
