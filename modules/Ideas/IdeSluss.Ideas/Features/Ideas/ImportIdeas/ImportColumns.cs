using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>One column that a file may have. A header is found by any of its names, in any case.</summary>
/// <param name="Code">English; what exports of open data use.</param>
/// <param name="Name">Swedish; what the template has.</param>
/// <param name="Explanation">Swedish, key of its translation.</param>
/// <param name="Example">Invented.</param>
internal sealed record ImportColumn(string Code, string Name, string Explanation, string Example, params string[] OtherNames)
{
    public static ImportColumn Text { get; } = new("text", "idé", "Idén med idégivarens ord, högst 20 000 tecken. Måste finnas.", "Fler bänkar längs kanalen, så att den som har svårt att gå kan vila.", "idétext", "förslag");
    public static ImportColumn Id { get; } = new("external-id", "id", "Numret i det gamla systemet. Samma nummer läses in en gång.", "2019-0042", "nummer", "externt id");
    public static ImportColumn Title { get; } = new("title", "rubrik", "Idégivarens rubrik, högst 120 tecken.", "Bänkar längs kanalen", "titel");
    public static ImportColumn Received { get; } = new("received", "inkommen", "Dagen den kom in: 2019-05-14, eller med klockslag 2019-05-14 09:30. Tomt: i dag.", "2019-05-14", "datum", "kom in");
    public static ImportColumn Channel { get; } = new("channel", "kanal", "Hur den kom in: kod eller namn. Tomt: inläst från fil.", "Telefon", "väg in");
    public static ImportColumn Authority { get; } = new("authority", "nämnd", "Nämndens kod eller namn. Tomt: den nämnd som tar emot nya idéer.", "", "myndighet");
    public static ImportColumn Unit { get; } = new("unit", "enhet", "Enhetens kod eller namn.", "", "ansvarig enhet");
    public static ImportColumn Area { get; } = new("area", "område", "Områdets kod eller namn.", "Gator, torg och byggnader", "kategori");
    public static ImportColumn Need { get; } = new("need", "behov", "Vem som har vilket behov, i en mening.", "Gående behöver vila.");
    public static ImportColumn Who { get; } = new("who", "vem har behovet", "Vem idégivaren tänker på.", "Äldre", "målgrupp");
    public static ImportColumn Place { get; } = new("place", "plats", "Var det gäller.", "Kanalen");
    public static ImportColumn Submitter { get; } = new("submitter", "idégivare", "Invånare, Arbetar i kommunen, Förtroendevald, eller Förening eller företag. Tomt: Invånare.", "Invånare");
    public static ImportColumn PersonName { get; } = new("name", "namn", "Idégivarens namn.", "");
    public static ImportColumn Email { get; } = new("email", "e-post", "Dit beskeden skickas.", "", "epost", "e-mail", "mejl");
    public static ImportColumn Telephone { get; } = new("telephone", "telefon", "Dit ni ringer med besked, om e-post saknas.", "", "mobil");
    public static ImportColumn Address { get; } = new("address", "adress", "Dit ni skickar brev, om e-post och telefon saknas.", "");
    public static ImportColumn Language { get; } = new("language", "språk", "Textens språk som kod: sv, en, fi, se. Tomt: avgörs av texten.", "sv");
    public static ImportColumn Consent { get; } = new("consent", "samtycke", "Hur idégivaren sa ja till att registreras.", "ja på pappersblankett");
    public static ImportColumn OriginalKeptAt { get; } = new("original-kept-at", "originalet finns hos", "För papper: pärm, rum eller arkiv.", "Pärm 3, receptionen");
    public static ImportColumn State { get; } = new("state", "läge", "öppen eller avslutad. Tomt: öppen. Öppna går till sortering.", "avslutad", "status");
    public static ImportColumn CloseReason { get; } = new("close-reason", "avslutsskäl", "För avslutade: skälets kod eller namn.", "Genomförd");
    public static ImportColumn Closed { get; } = new("closed", "avslutad", "För avslutade: dagen.", "2019-09-01", "avslutad den");
    public static ImportColumn Answer { get; } = new("answer", "svar", "För avslutade: svaret, som visas öppet om texten får visas.", "Bänkarna är på plats.", "motivering", "beslut");
    public static ImportColumn MayBePublic { get; } = new("may-be-public", "läst och får visas", "ja bara om en person har läst texten och den får visas öppet. Annars går också avslutade idéer till sortering.", "ja", "får visas");
    public static ImportColumn PublicTitle { get; } = new("public-title", "offentlig rubrik", "Rubrik som alla får läsa. Tomt: rubriken.", "");
    public static ImportColumn PublicText { get; } = new("public-text", "offentlig text", "Text som alla får läsa. Tomt: idén.", "");

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        Text, Id, Title, Received, Channel, Authority, Unit, Area, Need, Who, Place, Submitter, PersonName, Email, Telephone, Address, Language, Consent, OriginalKeptAt,
        State, CloseReason, Closed, Answer, MayBePublic, PublicTitle, PublicText,
    ];

    public bool IsNamed(string header) =>
        Same(header, Code) || Same(header, Name) || OtherNames.Any(other => Same(header, other));

    private static bool Same(string header, string name) => string.Equals(Plain(header), Plain(name), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Trim().Replace('_', ' ').Replace('-', ' ');
}

/// <summary>Where a file has which column.</summary>
/// <param name="Unknown">Headers that mean nothing here; their values are not read.</param>
internal sealed record ImportHeader(IReadOnlyDictionary<ImportColumn, int> Places, int Width, IReadOnlyList<string> Unknown)
{
    public static Outcome<ImportHeader> Of(IReadOnlyList<string> names)
    {
        var places = new Dictionary<ImportColumn, int>();
        var unknown = new List<string>();
        for (var at = 0; at < names.Count; at++)
        {
            if (ImportColumn.All.FirstOrDefault(column => column.IsNamed(names[at])) is not { } column)
            {
                if (!string.IsNullOrWhiteSpace(names[at])) unknown.Add(names[at].Trim());
            }
            else if (!places.TryAdd(column, at))
            {
                return Problem.Invalid(new FieldError("File", new Text("Kolumnen {0} finns två gånger. Ta bort den ena.", column.Name)));
            }
        }

        return places.ContainsKey(ImportColumn.Text)
            ? new ImportHeader(places, names.Count, unknown)
            : Problem.Invalid(new FieldError("File", new Text("Filens första rad ska vara rubriker, och en av dem ska heta {0}. Ladda ner mallen och jämför.", ImportColumn.Text.Name)));
    }

    /// <summary>Null when the file has no such column or the field is empty.</summary>
    public string? Value(IReadOnlyList<string> fields, ImportColumn column) =>
        Places.TryGetValue(column, out var at) && at < fields.Count && !string.IsNullOrWhiteSpace(fields[at]) ? Unguarded(fields[at]) : null;

    /// <summary>Without the apostrophe that keeps a spreadsheet from running a text as a formula.</summary>
    private static string Unguarded(string field) => field is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? field[1..] : field;
}
