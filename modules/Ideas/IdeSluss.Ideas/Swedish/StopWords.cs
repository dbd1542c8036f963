using System.Collections.Frozen;

namespace IdeSluss.Ideas.Swedish;

/// <summary>Words that say nothing about what an idea is about: the small words of the language, and what nearly every idea says ("det vore bra om kommunen kunde").</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Small = (
        "och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara "
        + "vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår blivit dess inom "
        + "mellan sådant varför varje vilka ditt vem vilket sitt sådana vart dina vars vårt våra ert era vilkas dom också även bara redan ännu alltså därför eftersom medan innan tills både antingen utom hos genom ska skall vill "
        + "ville måste får fick få borde bör brukar verkar finns fanns finnas tycker tyckte tror trodde tänker behöver behövde behövs göra gör gjort gjorde görs ge ger gav tar ta tog tas komma kommer kom ser se sett gå går gick "
        + "blivande känns vet veta säga säger sa hoppas önskar föreslår förslag förslaget förslaget idé idén idéer ide iden kommun kommunen kommunens kommunala bra bättre gärna hej tack hälsningar kanske väldigt ganska lite litet "
        + "lättare enkelt enkel enklare möjligt möjlig möjlighet möjligheten möjligheter flera fler många mer mest mindre några någonting någonstans sådär exempel exempelvis tex dvs osv mm etc varit vore finnes dag dagar idag "
        + "istället stället sätt rätt ofta ibland alltid aldrig igen hela hel helt olika annan annat andra första nästa nya ny nytt folk människor person personer "
        + "skapa skaffa ordna ordnar införa inför införs starta erbjuda låt låta låter använda använder användas ställa sätta dit hit in ner bort fram tillbaka runt kring bland längs hos just precis "
        + "the of and to is that for not we you with are would could my it this be can our please should there at they").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that one finds in ideas about anything: that they are the same says little. By stem, since it is said of any form.</summary>
    private static readonly FrozenSet<string> Common = (
        "länge lång kort snabb stor liten hög låg skicka del räcka räcker utanför innan efter ute inne oftare sällan saknas saknar saknades fattas prova pröva testa använda ha hålla håller "
        + "hitta hittar stå står ställa sitta sitter ligga ligger åka åker köra kör gå komma röra rör lägga sätta bygga byggs byta byt göra klara dra drar lägg räckvidd låta höra hör kunna "
        + "orka orkar behöva hjälpa hjälp ta lämna hämta visa ordna finnas börja sluta slut fortsätta stänga öppna få vänta känna känns betala kosta kostar dyr billig gratis ny gammal fin "
        + "trevlig rolig tråkig dålig svår lätt enkel viktig vanlig speciell rätt fel full tom hel halv trasig smutsig ren varm kall tidig sen sent tidigt morgon kväll natt dag vecka månad år "
        + "timme minut helg sommar vinter höst vår fredag lördag söndag måndag tisdag onsdag torsdag januari juli gång tid plats ställe område sak sätt grupp stan stad centrum byn by kommun "
        + "vuxen människa man kvinna vän tillsammans ensam egen gemensam samma annan möjlig träffa titta se läsa skriva prata fråga svara förstå lära veta tycka tänka vilja hoppas gilla älska "
        + "hata vågar våga slippa förlora vinna gata väg torg rum hus jobb arbete borta bortom runt hem hemma ut in upp ner utan verksamhet saker grej något klocka timmar").Split(' ').Select(WordStem.Of).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => Small.Contains(word);

    public static bool SaysLittle(string stem) => Common.Contains(stem);
}
