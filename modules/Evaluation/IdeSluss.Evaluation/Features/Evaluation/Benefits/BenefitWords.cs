using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

/// <summary>What the codes are called; each also the key of its translation.</summary>
internal static class BenefitWords
{
    public static string Of(BenefitKind kind) => kind switch
    {
        BenefitKind.Money => "Pengar",
        BenefitKind.Redistribution => "Tid eller annat som kan användas bättre",
        _ => "Kvalitet som inte räknas i pengar",
    };

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Certain => "Säker",
        Certainty.Likely => "Trolig",
        Certainty.Uncertain => "Osäker",
        _ => "Inte bedömd",
    };

    public static StatusKind Tag(Certainty certainty) => certainty switch
    {
        Certainty.Certain => StatusKind.Success,
        Certainty.Likely => StatusKind.Warning,
        Certainty.Uncertain => StatusKind.Danger,
        _ => StatusKind.Neutral,
    };

    public static string Stakeholder(string code) => code switch
    {
        "den-enskilde" => "Den enskilde",
        "anhoriga" => "Anhöriga",
        "personal" => "Personalen",
        "verksamheten" => "Verksamheten",
        "kommunen" => "Kommunen",
        _ => "Andra",
    };

    public static string Of(WhatIf what) => what switch
    {
        WhatIf.Benefits => "Nyttorna blir en femtedel mindre eller större, och nackdelarna tvärtom",
        WhatIf.Costs => "Kostnaderna blir en femtedel större eller mindre",
        WhatIf.Rate => "Kalkylräntan blir två procentenheter högre eller lägre",
        WhatIf.OneYearLate => "Nyttorna kommer ett år senare",
        _ => "Bara de säkra nyttorna blir av, men alla nackdelar",
    };

    public static string Kronor(decimal amount) => $"{Whole(amount)}\u00a0kr";

    public static string Whole(decimal amount) => decimal.Round(amount, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.CurrentCulture);

    public static string Number(decimal number) => number.ToString("#,##0.##", CultureInfo.CurrentCulture);

    /// <summary>What one sees in the picture.</summary>
    public static Text Sentence(Calculation calculation)
    {
        if (!calculation.GivesMoney) return new("Nyttan är inte pengar. På {0} år kostar det {1}, i dagens värde.", calculation.Years, Kronor(-calculation.Net));
        var range = calculation.Of(WhatIf.Benefits);
        var (net, worse, better) = (Kronor(calculation.Net), Kronor(range.Worse), Kronor(range.Better!.Value));
        return calculation.PaidBackIn switch
        {
            null => new("Pengarna kommer inte tillbaka på {0} år: då är skillnaden {1}. Blir nyttorna en femtedel mindre eller större blir den mellan {2} och {3}.", calculation.Years, net, worse, better),
            0 => new("Det kostar aldrig mer än det ger. Efter {0} år är skillnaden {1}. Blir nyttorna en femtedel mindre eller större blir den mellan {2} och {3}.", calculation.Years, net, worse, better),
            { } year => new("Pengarna är tillbaka år {0}. Efter {1} år är skillnaden {2}. Blir nyttorna en femtedel mindre eller större blir den mellan {3} och {4}.", year, calculation.Years, net, worse, better),
        };
    }
}
