using System.Text.RegularExpressions;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Detect;

/// <summary>Where a matter that is not an idea may belong; the most urgent first. Text in lower case.</summary>
internal static class RedirectRules
{
    private static readonly Regex Medical = NumberRules.Pattern(@"fel (?:medicin|dos|insulin)|dubbel dos|(?:sköterska|läkare)[^.!?\n]{0,60}missa");

    private static readonly (string Target, Regex Pattern)[] Rules =
    [
        (Redirects.Whistleblowing, NumberRules.Pattern(
            @"visselblås|chefen[^.!?\n]{0,60}(?:mut(?:a|or|ad)|sin (?:bror|syster|svåger|man|fru)s? (?:företag|firma|bolag)|fuskar|förskingra|falska fakturor|privata inköp|köper privat)|\bmutor\b|\bmutad|förskingr|jäv(?:ig|iga) upphandling|korruption")),
        (Redirects.PublicRecordRequest, NumberRules.Pattern(
            @"begär(?:an)? (?:att )?(?:få )?(?:ut|ta del)|(?:vill|kan jag|önskar)[^.!?\n]{0,20} få ut |allmän(?:na)? handling|ta del av (?:handling|protokoll|alla|diariet|avtal)|offentlighetsprincip|kopi(?:a|or) (?:på|av) (?:alla|beslut|avtal|protokoll)")),
        (Redirects.AccessibilityRequest, NumberRules.Pattern(
            @"skärmläsare|tillgängliggör|går inte att (?:läsa|använda|höra)[^.!?\n]{0,40}(?:sida|webb|skärm|punktskrift)|(?:sida|webb|formulär|pdf)[^.!?\n]{0,60}(?:går inte att använda med|inte läsas upp|utan textning|saknar text)|textning saknas|saknar undertext")),
        (Redirects.IndividualCase, NumberRules.Pattern(
            @"(?:mitt|min|mina) (?:ansökan|beslut|bistånd|försörjningsstöd|färdtjänst|handläggare|socialsekreterare|bygglov|överklag|utredning|placering|köplats|insatser? (?:enligt|är))|"
            + @"när får jag (?:svar|besked|mitt|min)|fått avslag|överklaga|jag har ansökt|min ansökan")),
        (Redirects.FaultReport, NumberRules.Pattern(
            @"(?:lamp|gatubelysning|belysning|hiss|dörr|toalett|kran|ledning|brunn|asfalt|staket|gunga|klätterställning|bänk|skylt|element|automat|port)\p{L}*[^.!?\n]{0,60}(?:trasig|sönder|ur funktion|fungerar inte|funkar inte|lyser inte|läcker|är av)|"
            + @"(?:trasig|sönder)\p{L}* [^.!?\n]{0,30}(?:lamp|hiss|dörr|gunga|bänk|staket|skylt|belysning)|potthål|stopp i (?:avlopp|brunn)|vattenläcka|inte (?:plogat|sandat|snöröjt|hämtat sop|tömt)|nedskräpat|klotter på")),
        (Redirects.Complaint, NumberRules.Pattern(
            @"klagomål|jag vill klaga|(?:är|blir) (?:väldigt |mycket |så )?(?:missnöjd|besviken|arg)|dåligt bemött|bemötande|otrevlig|skandal|under all kritik|oacceptabelt|har fått vänta|svarar aldrig")),
        (Redirects.CitizenProposal, NumberRules.Pattern(
            @"medborgarförslag|(?:kommunfullmäktige|politikerna|kommunstyrelsen)[^.!?\n]{0,30}(?:ska|borde|måste)[^.!?\n]{0,30}(?:besluta|rösta|ta ställning)|folkomröstning|sänk (?:kommunal)?skatten|höj (?:kommunal)?skatten")),
        (Redirects.OtherMunicipality, NumberRules.Pattern(@"(?:jag|vi) bor i (?:en annan kommun|grannkommunen)[^.!?\n]{0,80}(?:där|här borde)|gäller (?:luleå|umeå|bodens?|älvsbyns?|arvidsjaurs?|norsjö) kommun")),
        (Redirects.OtherAuthority, NumberRules.Pattern(
            @"(?:trafikverket|försäkringskassan|skatteverket|arbetsförmedlingen|länsstyrelsen|polisen|vårdcentralen|lasarettet|sjukhuset|regionen) (?:borde|ska|måste|behöver|kan)|(?:på|till) (?:vårdcentralen|akuten|lasarettet|försäkringskassan)|\be4:?an\b|riksväg")),
    ];

    public static string? Suggest(string words, SensitiveHints hints)
    {
        if (hints.HasFlag(SensitiveHints.Irregularity)) return Medical.IsMatch(words) ? Redirects.LexMariaDeviation : Redirects.LexSarah;
        return Array.Find(Rules, rule => rule.Pattern.IsMatch(words)).Target;
    }
}
