using IdeSluss.Sdk.Legal;

namespace IdeSluss.Ideas.Workflow;

/// <summary>The law behind decisions, citizen proposals and irregularities. What every part of the product cites is in <see cref="CommonLaw"/>, what forms rest on in <see cref="Laws"/>.</summary>
internal static class CaseLaw
{
    public const string CitizenProposal = "MEDBORGARFORSLAG_AR";
    public const string CitizenProposalAtCommittee = "MEDBORGARFORSLAG_NAMND";
    public const string NeverDelegated = "DELEGERINGSFORBUD";
    public const string Delegation = "DELEGERING";

    /// <summary>The duty to report a serious irregularity at once (lex Sarah), in the disability act and in the social services act.</summary>
    public const string ReportInDisabilitySupport = "LEX_SARAH_LSS";
    public const string ReportInSocialServices = "LEX_SARAH_SOL";

    private const string Municipalities = "Kommunallagen (2017:725)";
    private const string Read = "Lagtexten i den lydelse som gällde den 1 september 2025";
    private static readonly DateOnly NewSocialServicesAct = new(2025, 7, 1);

    public static IReadOnlyList<LegalReference> All { get; } =
    [
        new(CitizenProposal, Municipalities, From: new(2018, 1, 1), Place: "5 kap. 35 §") { Says = "Ett medborgarförslag ska beredas så att fullmäktige kan besluta inom ett år från det att det väcktes.", Source = Read },
        new(CitizenProposalAtCommittee, Municipalities, From: new(2018, 1, 1), Place: "6 kap. 34 §") { Says = "En nämnd som har fått ett medborgarförslag ska om möjligt avgöra det inom ett år, och minst en gång om året berätta för fullmäktige.", Source = Read },
        new(NeverDelegated, Municipalities, From: new(2018, 1, 1), Place: "6 kap. 38 §") { Says = "Nämnden får inte delegera beslut som är principiella eller större, eller beslut om ett medborgarförslag som den har fått.", Source = Read },
        new(Delegation, Municipalities, From: new(2018, 1, 1), Place: "6 kap. 37 § och 7 kap. 5 §") { Says = "Nämnden får ge en ledamot eller en anställd rätt att besluta.", ToBeConfirmed = true },
        new(ReportInDisabilitySupport, "Lagen (1993:387) om stöd och service till vissa funktionshindrade", Place: "24 b §") { Says = "Den som arbetar i verksamheten ska genast rapportera ett missförhållande eller en påtaglig risk.", Source = Read },
        new(ReportInSocialServices, "Socialtjänstlagen (2001:453)", To: NewSocialServicesAct.AddDays(-1), Place: "14 kap. 3 §") { Says = "Den som arbetar i verksamheten ska genast rapportera ett missförhållande eller en påtaglig risk.", ToBeConfirmed = true },
        new(ReportInSocialServices, "Socialtjänstlagen (2025:400)", From: NewSocialServicesAct, Place: "27 kap. 2 §")
        {
            Says = "Den som arbetar i verksamheten ska genast rapportera ett missförhållande eller en påtaglig risk.", Source = "Lagen (1993:387), 24 g §, hänvisar dit", ToBeConfirmed = true,
        },
    ];
}
