using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>The ten questions of the conversation guide, answered in an invented talk.</summary>
internal static class TalkExample
{
    public const string Story = "En undersköterska har sett att lunchen blir stressig";

    public static Answers Answers => new(new JsonObject
    {
        ["beratta"] = "Lunchen blir stressig. Alla ska äta samtidigt, och de som äter långsamt blir klara sist och ensamma.",
        ["for-vem"] = "De som bor här och äter långsamt. Och vi i personalen, för vi hinner sitta med.",
        ["idag"] = "Alla får mat klockan tolv. Vi springer mellan borden, och maten hinner kallna.",
        ["hur-ofta"] = "Varje dag. Värst är det när vi är en person mindre.",
        ["fragat"] = "Två av dem som bor här vill äta senare. En dotter sa att mamma äter mer när någon sitter bredvid. Köket har vi inte frågat än.",
        ["provat"] = "Avdelningen bredvid har två sittningar sedan i våras. De säger att det blev lugnare.",
        ["minsta"] = "Två sittningar på onsdag och torsdag, vid ett enda bord.",
        ["fel"] = "Någon får vänta för länge på maten. Vi frågar dem först, och den som vill äter klockan tolv.",
        ["behover"] = "Att du pratar med köket, och ett ja till att vi flyttar rasten två dagar.",
        ["nasta"] = "Jag ringer köket i dag. Vi ses på fredag klockan nio och tittar på hur det gick.",
    });
}
