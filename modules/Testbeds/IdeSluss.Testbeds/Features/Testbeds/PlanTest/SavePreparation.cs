using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.PlanTest;

/// <summary>What a test needs beside the case's own forms.</summary>
internal sealed class PreparationInput
{
    /// <summary>Id of the one who leads it.</summary>
    public Guid? Lead { get; set; }

    /// <summary>Slug of a test bed; null when it is tried elsewhere.</summary>
    public string? Testbed { get; set; }
    public string? OwnPlace { get; set; }

    /// <summary>How people are asked. No names.</summary>
    public string? Recruitment { get; set; }
}

/// <summary>Names who leads a test, where it is tried and how people are asked. Who leads it hands it over; before that anyone who may lead tests there takes it on.</summary>
internal sealed class SavePreparation(TestbedsDbContext db, IPeopleDirectory people, CurrentUser me)
{
    public async Task<Outcome<int>> HandleAsync(string number, PreparationInput input, int? version, CancellationToken cancellationToken)
    {
        if (await db.Trials.Within(me.Scope(TestbedsPermissions.LeadTests)).FirstOrDefaultAsync(one => one.Number == number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        if (version is { } seen && seen != trial.Version) return Problem.Stale();
        if (trial.Status is TrialStatus.Closed or TrialStatus.Cancelled) return Problem.Conflict("Testet är avslutat och går inte att ändra.");
        if (trial.LeadId is { } lead && lead != me.RequiredId && await people.FindAsync(lead, cancellationToken) is { IsActive: true }) return Problem.Forbidden("Bara den som leder testet kan ändra det.");
        var errors = new List<FieldError>();
        if (input.Lead is { } chosen && chosen != trial.LeadId && (await LeadersAsync(trial, cancellationToken)).All(one => one.Id != chosen)) errors.Add(new("lead", "Testledare: välj ett av alternativen."));
        if (input.OwnPlace?.Trim().Length > Trial.LongestLine) errors.Add(new("ownPlace", new Text("{0}: högst {1} tecken.", new Text("Annan plats"), Trial.LongestLine)));
        if (input.Recruitment?.Trim().Length > Trial.LongestText) errors.Add(new("recruitment", new Text("{0}: högst {1} tecken.", new Text("Så frågar ni"), Trial.LongestText)));
        Guid? testbed = null;
        if (!string.IsNullOrWhiteSpace(input.Testbed))
        {
            testbed = await Open(db.Testbeds).Where(one => one.Slug == input.Testbed).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
            if (testbed is null) errors.Add(new("testbed", "Testbädd: välj ett av alternativen."));
        }

        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        var before = trial.LeadId;
        (trial.LeadId, trial.TestbedId, trial.OwnPlace, trial.Recruitment) = (input.Lead ?? trial.LeadId, testbed, input.OwnPlace.OrNothing(), input.Recruitment.OrNothing());
        db.Audit(new("testbeds.test-prepared", "test", trial.Id, me.RequiredId, trial.AuthorityId, before == trial.LeadId ? null : new Dictionary<string, string> { ["lead"] = trial.LeadId.ToString() ?? "" }));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : trial.Version;
    }

    /// <summary>Who may lead it: those whose role it is where the test belongs, and whoever asks.</summary>
    public async Task<IReadOnlyList<PersonInfo>> LeadersAsync(Trial trial, CancellationToken cancellationToken)
    {
        var found = (await people.InRoleAsync(Roles.TestLead, trial.AuthorityId, trial.UnitId, cancellationToken)).ToList();
        foreach (var id in new[] { trial.LeadId, me.Id })
            if (id is { } own && found.All(one => one.Id != own) && await people.FindAsync(own, cancellationToken) is { } person) found.Add(person);
        return found;
    }

    /// <summary>Where a test could be: the municipality's inventory, whoever describes it.</summary>
    public static IQueryable<Testbed> Open(IQueryable<Testbed> testbeds) => testbeds.Where(one => one.Status != TestbedStatus.Closed);
}
