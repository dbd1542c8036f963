using System.Net.Mail;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Enrol;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Group;

internal sealed class GroupInput
{
    /// <summary>Ids of learners from <see cref="EnrolGroup.MineAsync"/>.</summary>
    public List<Guid> People { get; set; } = [];

    /// <summary>E-mail addresses, a line each, of others.</summary>
    public string? Addresses { get; set; }
}

internal sealed record MyPerson(Guid Id, string Name, string Where);

/// <param name="Skipped">Those for whom it did not go, with why.</param>
internal sealed record GroupResult(int Seated, int InLine, int Asked, IReadOnlyList<SkippedPerson> Skipped);

internal sealed record SkippedPerson(string Name, Text Why);

/// <summary>Enrols several at once. Addresses that nobody has stop the whole, so that they can be corrected; who is there already or is elsewhere then is skipped and named.</summary>
internal sealed class EnrolGroup(TrainingDbContext db, Learners learners, Enrolling enrolling, IOrganisation organisation, CurrentUser me)
{
    private const int MostAtOnce = 50;
    private const int MostShown = 200;

    /// <summary>Those who work where I manage.</summary>
    public async Task<IReadOnlyList<MyPerson>> MineAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Learners.AsNoTracking().Within(me.Scope(TrainingPermissions.EnrolOthers)).OrderBy(learner => learner.Name).ThenBy(learner => learner.Id).Take(MostShown).ToListAsync(cancellationToken);
        var mine = new List<MyPerson>();
        foreach (var row in rows) mine.Add(new(row.Id, row.Name, await organisation.PlaceNameAsync(row.AuthorityId, row.UnitId, cancellationToken)));
        return mine;
    }

    public async Task<Outcome<GroupResult>> HandleAsync(Guid sessionId, GroupInput input, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if ((await enrolling.HoldOpenAsync(sessionId, cancellationToken)).Failed(out var closed, out var held)) return closed;
        var (session, course) = held;
        if ((await FindAsync(input, cancellationToken)).Failed(out var problem, out var group)) return problem;
        await learners.HoldAsync([.. group.Select(learner => learner.Id)], cancellationToken);
        var (seated, inLine, asked, skipped) = (0, 0, 0, new List<SkippedPerson>());
        foreach (var learner in group)
        {
            var covered = learner.AuthorityId is { } authority && me.Scope(TrainingPermissions.ApproveEnrolments).Covers(authority, learner.UnitId) && learner.PersonId != me.Id;
            if ((await enrolling.AddAsync(session, course, learner, covered, cancellationToken)).Failed(out var why, out var enrolment)) skipped.Add(new(learner.Name, why.Errors is [var error, ..] ? error.Message : why.Message));
            else if (enrolment.State == EnrolmentState.Confirmed) seated++;
            else if (enrolment.State == EnrolmentState.Waiting) inLine++;
            else asked++;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new GroupResult(seated, inLine, asked, skipped);
    }

    private async Task<Outcome<IReadOnlyList<Learner>>> FindAsync(GroupInput input, CancellationToken cancellationToken)
    {
        var lines = (input.Addresses ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var chosen = input.People.Distinct().ToList();
        if (lines.Count + chosen.Count == 0) return Problem.Invalid(new FieldError("people", "Vilka: välj minst en person, eller skriv en adress."));
        if (lines.Count + chosen.Count > MostAtOnce) return Problem.Invalid(new FieldError("people", new Text("Vilka: högst {0} åt gången.", MostAtOnce)));
        var group = await db.Learners.Within(me.Scope(TrainingPermissions.EnrolOthers)).Where(learner => chosen.Contains(learner.Id)).OrderBy(learner => learner.Name).ThenBy(learner => learner.Id).ToListAsync(cancellationToken);
        if (group.Count < chosen.Count) return Problem.Invalid(new FieldError("people", "Vilka: någon finns inte längre. Ladda om sidan och välj igen."));
        var errors = new List<FieldError>();
        foreach (var line in lines)
        {
            if (!MailAddress.TryCreate(line, out _)) errors.Add(new("addresses", new Text("{0} är ingen e-postadress.", line)));
            else if (await learners.ByEmailAsync(line, cancellationToken) is not { } learner) errors.Add(new("addresses", new Text("Ingen har adressen {0}. Be personen skapa ett konto, eller läs in den med en lista.", line)));
            else if (!group.Contains(learner)) group.Add(learner);
        }

        return errors.Count > 0 ? Problem.Invalid([.. errors]) : group;
    }
}
