using IdeSluss.People.Access;
using IdeSluss.People.Contracts;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Xunit;

namespace IdeSluss.People.Tests.Access;

public class ScopeTests
{
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static readonly Guid Social = Guid.CreateVersion7(), Culture = Guid.CreateVersion7();
    private static readonly Guid Care = Guid.CreateVersion7(), North = Guid.CreateVersion7(), Night = Guid.CreateVersion7(), South = Guid.CreateVersion7();

    private static readonly OrganisationTree Tree = new(
        [new() { Id = Social, Code = "SN", Name = "Socialnämnden" }, new() { Id = Culture, Code = "KN", Name = "Kulturnämnden" }],
        [Unit(Care, null, "Vård"), Unit(North, Care, "Norr"), Unit(Night, North, "Natt"), Unit(South, Care, "Syd")]);

    private readonly RoleGrants grants = new(new Catalogue());

    [Fact]
    public void A_role_in_a_unit_holds_in_all_units_below_it_and_nowhere_else()
    {
        var scope = grants.Of([new(Roles.NeedOwner, Social, North)], Tree)["test.decide"];

        Assert.True(scope.Covers(Social, North));
        Assert.True(scope.Covers(Social, Night));
        Assert.False(scope.Covers(Social, South));
        Assert.False(scope.Covers(Social, Care));
        Assert.False(scope.Covers(Social, null));
    }

    [Fact]
    public void A_role_in_an_authority_holds_in_it_and_not_in_another()
    {
        var scope = grants.Of([new(Roles.NeedOwner, Social, null)], Tree)["test.decide"];

        Assert.True(scope.Covers(Social, Night));
        Assert.True(scope.Covers(Social, null));
        Assert.False(scope.Covers(Culture, null));
    }

    [Fact]
    public void Two_assignments_add_up_and_one_without_place_is_everything()
    {
        var two = grants.Of([new(Roles.NeedOwner, Social, Night), new(Roles.NeedOwner, Culture, null)], Tree)["test.decide"];
        Assert.True(two.Covers(Social, Night) && two.Covers(Culture, null) && !two.Covers(Social, North));

        Assert.True(grants.Of([new(Roles.NeedOwner, Social, Night), new(Roles.NeedOwner, null, null)], Tree)["test.decide"].Everything);
    }

    [Fact]
    public void Someone_without_roles_has_what_idea_submitters_have_and_nothing_more() =>
        Assert.Equal(["test.own"], grants.Of([], Tree).Keys);

    [Fact]
    public void A_unit_that_was_removed_from_the_tree_grants_nothing() =>
        Assert.True(grants.Of([new(Roles.NeedOwner, Social, Guid.CreateVersion7())], Tree)["test.decide"].IsNone);

    [Fact]
    public void The_tree_lists_parents_before_children_and_siblings_by_name() =>
        Assert.Equal([("Vård", 0), ("Norr", 1), ("Natt", 2), ("Syd", 1)], Tree.UnitsOf(Social).Select(step => (step.Unit.Name, step.Depth)));

    [Fact]
    public void Nobody_may_change_themselves()
    {
        var me = Guid.CreateVersion7();
        Assert.Equal(ProblemKind.Forbidden, AccessRules.MayChange(me, me)!.Kind);
        Assert.Null(AccessRules.MayChange(me, Guid.CreateVersion7()));
    }

    [Theory]
    [InlineData(Roles.IdeaCoach, false, null, null, false, true)]
    [InlineData("Kejsare", false, null, null, false, false)]
    [InlineData(Roles.SystemAdmin, true, null, null, false, false)]
    [InlineData(Roles.IdeaCoach, false, 10, 5, false, false)]
    [InlineData(Roles.IdeaCoach, false, -10, -1, false, false)]
    [InlineData(Roles.IdeaCoach, false, null, null, true, false)]
    [InlineData(Roles.IdeaCoach, false, 0, 14, true, true)]
    public void An_assignment_must_make_sense(string role, bool inAuthority, int? from, int? to, bool deputy, bool fine)
    {
        var assignment = new RoleAssignment
        {
            PersonId = Guid.CreateVersion7(),
            Role = role,
            AuthorityId = inAuthority ? Social : null,
            ValidFrom = Today.AddDays(from ?? 0),
            ValidTo = to is { } days ? Today.AddDays(days) : null,
            DeputyForId = deputy ? Guid.CreateVersion7() : null,
        };

        Assert.Equal(fine, !AccessRules.Assignment(assignment, Today).Any());
    }

    [Fact]
    public void An_assignment_holds_from_its_first_to_its_last_day_until_it_is_taken_back()
    {
        var assignment = new RoleAssignment { Role = Roles.IdeaCoach, ValidFrom = Today, ValidTo = Today.AddDays(1) };

        Assert.Equal([false, true, true, false], new[] { -1, 0, 1, 2 }.Select(days => assignment.HoldsOn(Today.AddDays(days))));
        assignment.EndedAt = new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
        Assert.False(assignment.HoldsOn(Today));
    }

    private static OrgUnit Unit(Guid id, Guid? parent, string name) => new() { Id = id, AuthorityId = Social, ParentId = parent, Code = name, Name = name };

    private sealed class Catalogue : IPermissionCatalogue
    {
        public IReadOnlyList<PermissionDefinition> All { get; } = [new("test.decide", "Besluta", [Roles.NeedOwner]), new("test.own", "Egna idéer", [Roles.IdeaSubmitter])];
    }
}
