using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>Filled-in forms of the invented ideas: form → answers. They are complete by the forms' own rules (a test tries), so that each gate was passed rightly.</summary>
internal static class DemoEvidence
{
    public static Dictionary<string, string> One(string form, string json) => new() { [form] = json };

    /// <summary>One question, in the words given.</summary>
    public static Dictionary<string, string> Said(string form, string question, string text) => One(form, new System.Text.Json.Nodes.JsonObject { [question] = text }.ToJsonString());

    public static Dictionary<string, string> Need => new()
    {
        [FormKeys.NeedMap] = """{"malgrupp":"De som berörs varje dag","situation":"På kvällar och nätter","kontakter":[{"vem":"malgrupp","metod":"Samtal","insikt":"Det tar för lång tid i dag."},{"vem":"medarbetare","metod":"Observation","insikt":"Samma väg körs flera gånger."},{"vem":"anhorig","metod":"Samtal","insikt":"Trygghet är viktigare än fart."}],"styrka":"belagt"}""",
        [FormKeys.StakeholderMap] = """{"aktorer":[{"aktor":"Personalen","intresse":"Tid","inflytande":"4","medverkan":"Testar"},{"aktor":"De boende","intresse":"Trygghet","inflytande":"3","medverkan":"Intervjuas"}]}""",
        [FormKeys.Focus] = """{"fokus":"Hur kan vi minska väntan så att alla känner sig trygga?"}""",
        [FormKeys.Baseline] = """{"matt":[{"matt":"Frågor om vem som kommer","metod":"Personalen räknar under två veckor","varde":"75","enhet":"frågor per vecka","datum":"2026-03-01","kalla":"Egen räkning","personer":"nej"}]}""",
        [FormKeys.GenderRepresentation] = """{"representation-berorda":"Ungefär lika många kvinnor och män","representation-beslut":"Tre kvinnor och två män","resurser":"Tiden fördelas lika"}""",
        [FormKeys.Commitment] = """{"coach":"Idécoachen","timmar":"40","deltagare":"Två medarbetare och en sjuksköterska"}""",
        [FormKeys.IdeaCard] = """{"idag":"Den som undrar frågar personalen, flera gånger om dagen.","forslag":"Svaret ska finnas där man är, så att man kan se det själv.","battre":"Mindre oro för den som bor här, och mer tid för personalen."}""",
    };

    /// <param name="what">What is tried, as the end of "Vi tror att …".</param>
    /// <param name="stop">When the test is stopped.</param>
    public static Dictionary<string, string> Test(string what, string stop) => new()
    {
        [FormKeys.Screening] = """
            {"manniskor":"ja","hogskola":"nej","publicera":"nej","ny-kunskap":"nej","etik-frivilligt":"ja","etik-information":"ja","etik-utsatta":"Den som inte kan säga till själv. En kontaktperson är alltid med.","etik-makt":"De boende är beroende av personalen. En annan enhets personal frågar.","etik-misslyckas":"Allt blir som förut samma dag.","etik-foretradare":"God man, där det finns i uppdraget.","personuppgifter":"ja","dpia-kriterier":["utsatta","ny-teknik"],"dpia-datum":"2026-02-02","dpia-rad":"Ta bort bilderna när testet är slut.","dpia-restrisk":"godtagbar","produkt":"nej","arbete":"ja","arbetsmiljo-datum":"2026-02-03","skyddsombud":"ja","storre":"nej","teknik":"nej","leverantor":"nej"}
            """,
        [FormKeys.Concept] = """{"varde":"Man ser själv vem som kommer, och slipper fråga.","hur":"Personalen sätter upp dagens bilder vid frukost.","antaganden":[{"antagande":"alla känner igen bilderna","om-fel":"faller","prova":"Visa bilderna för fyra personer"},{"antagande":"personalen hinner byta dem","om-fel":"andras","prova":"Pröva en vecka"}]}""",
        [FormKeys.TestPlan] = new System.Text.Json.Nodes.JsonObject
        {
            ["tror"] = what, ["for-vem"] = "dem som bor på enheten", ["leder-till"] = "mindre oro", ["stopp"] = stop,
            ["kriterier"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"matt":"Frågor om vem som kommer","riktning":"lagre","grans":"40"}]"""),
            ["upplagg"] = "fore-efter", ["metod"] = "Två veckor före och två veckor efter jämförs.", ["start"] = "2026-03-02", ["slut"] = "2026-05-31", ["ansvariga"] = "Testledaren leder, enhetschefen bestämmer", ["timmar"] = "30",
            ["antal"] = "6", ["vilka"] = "De som bor på enheten och vill", ["fraga"] = "Kontaktpersonen visar bilderna och frågar två gånger.", ["kontakt"] = "Enhetens telefon, dygnet runt", ["efterat"] = "Den som vill behåller bilderna.",
            ["uppgifter"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"uppgift":"Bild på personal","andamal":"Visa vem som kommer","grund":"allmant-intresse","vem":"De som bor på enheten","var":"På enheten","tas-bort":"2026-06-30"}]"""),
            ["utvardering"] = "Samtal med var och en, med bildstöd. Kvinnor och män redovisas var för sig.",
        }.ToJsonString(),
        [FormKeys.RiskAnalysis] = """{"risker":[{"handelse":"Någon blir orolig av förändringen","orsak":"Det är nytt","konsekvens":"2","sannolikhet":"3"},{"handelse":"Fel uppgift visas","orsak":"Ingen har bytt den","konsekvens":"3","sannolikhet":"4","atgard":"Byts vid varje passbyte, två personer kontrollerar","vem":"Passansvarig","klart":"2026-03-01","kvar":"6"}]}""",
        [FormKeys.Consent] = """{"sprak":["sv"],"former":["text","lattlast","bildstod"],"innehall":["frivilligt","angra","hjalp","vad","uppgifter","kontakt"],"lank":"Pärm 4 på enheten","foretradare":"god-man"}""",
    };

    public static Dictionary<string, string> StoppedAfterTest => new()
    {
        [FormKeys.TestReport] = """
            {"resultat":[{"matt":"Frågor om vem som kommer","resultat":"71","n":"28","osakerhet":"Få personer, men samma mönster hos alla","kalla":"Egen räkning"}],"deltagare":[{"grupp":"kvinnor","alder":"80","borjade":"4","fullfoljde":"1","slutade":"3"},{"grupp":"man","alder":"65-79","borjade":"2","fullfoljde":"1","slutade":"1"}],"deltagarna":"Rösten skrämde mer än den hjälpte. Lampan var lugn.","personalen":"Mindre påminnande, men mer oro på kvällen.","latthet":"3","tillganglighet":"Den som hör dåligt märkte inget alls.","jamstalldhet":"Nej, oron var densamma.","kostnad":"1200","kostnad-per":"Per person","ovantat":"En lampa som blinkade fungerade bättre än rösten.","avvikelser":"nej","uppgifter-klara":"ja","rekommendation":"avsluta","darfor":"Fyra av sex blev oroliga. Nyttan är för liten."}
            """,
        [FormKeys.Lesson] = """{"provade":"En app som påminde om medicinen med rösten från någon man känner.","gick":"Fyra av sex blev oroliga. De letade efter personen som talade.","larde":"En känd röst utan en person i rummet skapar oro hos den som har svårt att minnas.","annorlunda":"Vi skulle prova med ljus först, och med en person i taget.","rad":"Låt den som ska använda det välja själv mellan ljus, ljud och en hand på axeln.","fraga":"Idéslussen","inga-namn":"ja"}""",
    };
}
