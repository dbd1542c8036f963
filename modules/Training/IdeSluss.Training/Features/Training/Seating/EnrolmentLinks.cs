using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Training.Features.Training.Seating;

/// <summary>The link to one's enrolment. Whoever is enrolled by a manager may have no account, and must still be able to answer an offer.</summary>
internal sealed class EnrolmentLinks(SecretTokens tokens, InstanceInfo instance)
{
    private const string Purpose = "training.enrolment";

    public string Of(Guid enrolment) => $"{instance.PublicAddress}/utbildning/anmalan/{TokenOf(enrolment)}";

    /// <summary>Where one says what one thought.</summary>
    /// <param name="round">As it stands in the address.</param>
    public string EvaluationOf(Guid enrolment, string round) => $"{instance.PublicAddress}/utbildning/tyck-till/{round}/{TokenOf(enrolment)}";

    public string TokenOf(Guid enrolment) => tokens.Of(Purpose, enrolment);

    /// <summary>Null when it is no link of ours.</summary>
    public Guid? IdOf(string token) => tokens.IdOf(Purpose, token);
}
