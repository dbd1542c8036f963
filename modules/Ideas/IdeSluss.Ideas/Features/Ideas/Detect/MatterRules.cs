using System.Text.RegularExpressions;

namespace IdeSluss.Ideas.Features.Ideas.Detect;

/// <summary>
/// Signs that a text is about more than an idea: a serious irregularity in care (lex Sarah), a threat, several matters in one. Text in lower case. It is better
/// to ask a person once too often: only people decide.
/// </summary>
internal static class MatterRules
{
    /// <summary>Said of anyone, these are serious by themselves.</summary>
    private static readonly Regex Grave = NumberRules.Pattern(
        @"vanvård|övergrepp|misshandl|liggsår|trycksår|missförhållande|fastbund(?:en|na|et)|band fast|bälta(?:d|de|s)|låst(?:e|es)? in(?: |\b)|\binlåst|sexuellt|\bantasta|lex sarah");

    /// <summary>Serious when it happens in care.</summary>
    private static readonly Regex InCare = NumberRules.Pattern(
        @"lämna[^.!?\n]{0,60}ensam|ensam[^.!?\n]{0,40}(?:timm|hela natten|hela dagen)|\bslog |\bslår |\bslagen\b|\bslogs\b|blåmärk|knuffa|\bnöp |\bnypt|drog (?:henne|honom) i|tvinga(?:de|r|s)|"
        + @"(?:ingen|inte|utan|nekad\p{L}*|vägra\p{L}*)[^.!?\n]{0,25} (?:mat|vatten|hjälp på toaletten|toalett)\b|svält|skrek åt|skriker åt|skrika åt|hånad|kränk|hotad|"
        + @"(?:blöja|kiss|avföring|nerkissad)[^.!?\n]{0,60}timm|(?:låg|legat|hittades|hittade)[^.!?\n]{0,40}golvet|fel (?:medicin|dos|insulin)|dubbel dos|stal |stulit|utan tillsyn|kom aldrig|ingen kom");

    private static readonly Regex Care = NumberRules.Pattern(
        @"personal|boende|hemtjänst|nattpatrull|vård|omsorg|assisten|brukare|sköterska|hemmet|gruppbostad|stödboende|daglig verksamhet|korttids|avlastning|ledsaga|larm|patient|dement");

    /// <summary>What may happen, or should not, is not what happened.</summary>
    private static readonly Regex Wish = NumberRules.Pattern(@"slippa|ingen ska behöva|för att undvika|så att ingen");

    private static readonly Regex Threat = NumberRules.Pattern(
        @"(?:ska|kommer (?:att )?)[^.!?\n]{0,30}(?:döda|skjuta|slå ihjäl|spränga|knivhugga|bränna (?:ner|upp)|mörda|slå sönder)|du ska dö|ni ska dö|ni kommer (?:att )?få ångra|"
        + @"vet var (?:du|ni|hon|han) bor|passa (?:dig|er) noga|annars smäller det|ska få betala för|(?:kill|shoot) you");

    private static readonly Regex Several = NumberRules.Pattern(
        @"en annan sak|en sak till|för det andra|jag har (?:två|tre|fyra|fem|flera|några) (?:idéer|förslag|saker)|förslag (?:2|två)\b|idé (?:2|två)\b|dessutom (?:vill|tycker|borde|undrar) |för övrigt|sen (?:vill|tycker) jag också|"
        + @"\n[ \t]*2[.)] |(?:^|\n)[ \t]*[-*•] [^\n]+\n[ \t]*[-*•] ");

    public static bool IsIrregularity(string words) =>
        (Grave.IsMatch(words) || (InCare.IsMatch(words) && Care.IsMatch(words))) && !Wish.IsMatch(words);

    public static bool IsThreat(string words) => Threat.IsMatch(words);

    public static bool HasSeveral(string words) => Several.IsMatch(words);
}
