using System.Collections.Frozen;

namespace IdeSluss.Ideas.Swedish;

/// <summary>Words that say nothing about what an idea is about: the small words of the language, and what nearly every idea says ("det vore bra om kommunen kunde").</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> All = (
        "och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara "
        + "vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår blivit dess inom "
        + "mellan sådant varför varje vilka ditt vem vilket sitt sådana vart dina vars vårt våra ert era vilkas dom också även bara redan ännu alltså därför eftersom medan innan tills både antingen utom hos genom ska skall vill "
        + "ville måste får fick få borde bör brukar verkar finns fanns finnas tycker tyckte tror trodde tänker behöver behövde behövs göra gör gjort gjorde görs ge ger gav tar ta tog tas komma kommer kom ser se sett gå går gick "
        + "blivande känns vet veta säga säger sa hoppas önskar föreslår förslag förslaget förslaget idé idén idéer ide iden kommun kommunen kommunens kommunala bra bättre gärna hej tack hälsningar kanske väldigt ganska lite litet "
        + "lättare enkelt enkel enklare möjligt möjlig möjlighet möjligheten möjligheter flera fler många mer mest mindre några någonting någonstans sådär exempel exempelvis tex dvs osv mm etc varit vore finnes dag dagar idag "
        + "istället stället sätt rätt ofta ibland alltid aldrig igen hela hel helt olika annan annat andra första nästa nya ny nytt folk människor person personer "
        + "skapa skaffa ordna ordnar införa inför införs starta erbjuda låt låta låter använda använder användas ställa sätta dit hit in ner bort fram tillbaka runt kring bland längs hos just precis "
        + "the of and to is that for not we you with are would could my it this be can our please should there at they").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}
