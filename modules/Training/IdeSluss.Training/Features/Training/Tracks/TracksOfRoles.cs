using IdeSluss.People.Contracts;
using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Features.Training.Tracks;

/// <summary>Which tracks a person's roles put them in. Someone who works here without a role is in the track of the staff.</summary>
internal static class TracksOfRoles
{
    public static IReadOnlyList<RoleTrack> Of(IEnumerable<string> roles) => [.. roles.Select(Of).DefaultIfEmpty(RoleTrack.Staff).Distinct().Order()];

    /// <summary>The roles that put one in the track.</summary>
    public static IReadOnlyList<string> RolesIn(RoleTrack track) => [.. Roles.All.Select(role => role.Code).Where(role => Of(role) == track)];

    private static RoleTrack Of(string role) => role switch
    {
        Roles.Committee => RoleTrack.ElectedMember,
        Roles.NeedOwner or Roles.DelegatedDecisionMaker or Roles.BenefitOwner => RoleTrack.Manager,
        Roles.IdeaCoach or Roles.IntakeOfficer => RoleTrack.IdeaCoach,
        Roles.IdeaBoard or Roles.EqualityAdvisor or Roles.AccessibilityAdvisor or Roles.QualityOfficer or Roles.DataProtectionOfficer or Roles.Researcher => RoleTrack.Reviewer,
        Roles.TestLead => RoleTrack.TestLeader,
        _ => RoleTrack.Staff,
    };
}
