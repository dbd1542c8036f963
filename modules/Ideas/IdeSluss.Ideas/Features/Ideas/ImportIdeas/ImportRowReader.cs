using System.Security.Cryptography;
using System.Text;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using IdeSluss.Ideas.Features.Ideas.Sort;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Column = IdeSluss.Ideas.Features.Ideas.ImportIdeas.ImportColumn;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>Makes an idea of a record, or says all that is wrong with it. Pure: the same rules as for everyone who hands in, and what a file adds.</summary>
internal sealed class ImportRowReader(ImportHeader header, ImportPlaces places, string source)
{
    private const int MostId = 100;

    private static readonly Text UnknownReason = new("skälet finns inte. Välj ett av dessa: {0}.", string.Join(", ", ImportPlaces.PossibleReasons));

    /// <summary>Fields of <see cref="SubmissionRules"/> and the columns they come from.</summary>
    private static readonly Dictionary<string, Column> Columns = new()
    {
        [nameof(IdeaSubmission.Text)] = Column.Text, [nameof(IdeaSubmission.Title)] = Column.Title, [nameof(IdeaSubmission.WhoHasNeed)] = Column.Who, [nameof(IdeaSubmission.Place)] = Column.Place,
        [nameof(IdeaSubmission.Name)] = Column.PersonName, [nameof(IdeaSubmission.Email)] = Column.Email, [nameof(IdeaSubmission.Telephone)] = Column.Telephone,
        [nameof(IdeaSubmission.Address)] = Column.Address, [nameof(IdeaSubmission.ConsentNote)] = Column.Consent, [nameof(IdeaSubmission.OriginalKeptAt)] = Column.OriginalKeptAt,
    };

    /// <param name="errors">Gets what is wrong with the record.</param>
    public ImportedIdea? Read(CsvLine line, List<RowError> errors)
    {
        var row = new RowValues(header, line, errors);
        if (!row.IsWhole) return null;
        var hash = HashOf(line.Fields);
        var externalId = row.OneLine(Column.Id, MostId);
        var (authority, unit) = Place(row);
        var received = row.Known(Column.Received, RowMoments.Parse, "skriv dagen så här: 2019-05-14.");
        if (received > places.Now) row.Wrong(Column.Received, "dagen har inte varit än.");
        var language = row.Known(Column.Language, text => TextLanguages.Find(text.ToLowerInvariant())?.Tag, "skriv språket som kod, till exempel sv, en, fi eller se.");
        var submission = Submission(row, ImportedIdea.KeyOf(source, externalId, hash));
        var need = row.OneLine(Column.Need, SortingFacts.MostSentence);
        var closed = Closed(row, submission, received ?? places.Now);
        return errors.Count > 0 ? null : new ImportedIdea(line.Number, submission, externalId, hash, received, authority, unit, need, language, closed, Note(row, closed is null));
    }

    private (Guid Authority, Guid? Unit) Place(RowValues row)
    {
        var authority = row.Known(Column.Authority, places.Authority, "det finns ingen nämnd med den koden eller det namnet i dag.");
        var unit = row.Known(Column.Unit, places.Unit, "det finns ingen enhet med den koden eller det namnet i dag.");
        if (unit is not null && authority is not null && unit.AuthorityId != authority.Id) row.Wrong(Column.Unit, "enheten hör till en annan nämnd än raden säger.");
        var lies = authority?.Id ?? unit?.AuthorityId ?? places.Receiving.Id;
        if (!places.Scope.Covers(lies, unit?.Id)) row.Wrong(Column.Authority, "du får inte läsa in idéer åt den nämnden.");
        return (lies, unit?.Id);
    }

    private IdeaSubmission Submission(RowValues row, string key)
    {
        var (email, telephone, address) = (row.Value(Column.Email), row.Value(Column.Telephone), row.Value(Column.Address));
        var submission = SubmissionRules.Normalised(new IdeaSubmission
        {
            SubmissionKey = key, Text = row.Value(Column.Text), Title = row.Value(Column.Title), WhoHasNeed = row.Value(Column.Who), Place = row.Value(Column.Place),
            Area = row.Known(Column.Area, ImportPlaces.Area, new Text("området finns inte. Välj ett av dessa: {0}.", string.Join(", ", IdeaAreas.All.Select(area => area.Code)))),
            SubmitterKind = row.Known(Column.Submitter, Kind, "skriv Invånare, Arbetar i kommunen, Förtroendevald, eller Förening eller företag.") ?? SubmitterKind.Resident,
            AnswerWay = email is not null ? AnswerWay.Email : telephone is not null ? AnswerWay.Telephone : address is not null ? AnswerWay.Letter : AnswerWay.Code,
            Name = row.Value(Column.PersonName), Email = email, Telephone = telephone, Address = address,
            Channel = row.Known(Column.Channel, places.Channel, new Text("kanalen finns inte. Välj en av dessa: {0}.", string.Join(", ", places.Channels.Select(channel => channel.Code)))) ?? IntakeChannels.Import,
            ConsentNote = row.Value(Column.Consent), OriginalKeptAt = row.Value(Column.OriginalKeptAt),
        });
        foreach (var error in SubmissionRules.Check(submission))
            if (Columns.GetValueOrDefault(error.Field) is { } column) row.Wrong(column, error.Message);
        return submission;
    }

    /// <summary>Null for what goes to sorting: an open idea, and one whose text nobody has said may be read by all.</summary>
    private ClosedIdea? Closed(RowValues row, IdeaSubmission submission, DateTimeOffset received)
    {
        var isClosed = row.Known(Column.State, text => RowWords.Of(text, ["avslutad", "avslutat", "closed"], ["öppen", "öppet", "open"]), "skriv öppen eller avslutad.") ?? false;
        var isRead = row.Known(Column.MayBePublic, text => RowWords.Of(text, ["ja", "yes", "true", "1"], ["nej", "no", "false", "0"]), "skriv ja eller nej.") ?? false;
        var reason = row.Known(Column.CloseReason, places.CloseReason, UnknownReason);
        var at = row.Known(Column.Closed, RowMoments.Parse, "skriv dagen så här: 2019-09-01.");
        var answer = SubmittedText.Lines(row.Value(Column.Answer)) is { Length: > 0 } told ? told : null;
        var publicTitle = row.OneLine(Column.PublicTitle, SortingFacts.MostTitle) ?? submission.Title;
        var publicText = SubmittedText.Lines(row.Value(Column.PublicText)) is { Length: > 0 } own ? own : submission.Text ?? "";
        if (answer?.Length > Decide.DecisionRecordRules.MostReply) row.Wrong(Column.Answer, new Text("texten får vara högst {0} tecken.", Decide.DecisionRecordRules.MostReply));
        if (!isClosed || !isRead) return null;

        if (reason is null && row.Value(Column.CloseReason) is null) row.Wrong(Column.CloseReason, "en avslutad idé behöver ett skäl.");
        if (reason is not null && !ImportPlaces.PossibleReasons.Contains(reason)) row.Wrong(Column.CloseReason, UnknownReason);
        if (publicText.Length > SortingFacts.MostText) row.Wrong(Column.PublicText, new Text("texten får vara högst {0} tecken.", SortingFacts.MostText));
        if (at > places.Now || at < received.StockholmDay().StartInStockholm()) row.Wrong(Column.Closed, "dagen ska ligga mellan den dag idén kom in och i dag.");
        if (string.IsNullOrEmpty(publicTitle)) row.Wrong(Column.PublicTitle, "en idé som visas öppet behöver en rubrik.");
        // Someone has said that it may be read by all, but a personal number is never meant to be.
        if (TextReview.Of($"{publicTitle}\n{publicText}\n{answer}").Hints.HasFlag(SensitiveHints.PersonalNumber)) row.Wrong(Column.MayBePublic, "texten har något som liknar ett personnummer. Maska det, eller skriv nej så att idén går till sortering.");
        return new ClosedIdea(reason ?? "", at ?? received, answer, publicTitle ?? "", publicText);
    }

    /// <summary>How it ended is kept word for word for the one who sorts, when nobody has said that all may read it.</summary>
    private static string? Note(RowValues row, bool goesToSorting)
    {
        IEnumerable<Column> columns = goesToSorting ? [Column.Id, Column.State, Column.Closed, Column.CloseReason, Column.Answer, Column.PublicTitle, Column.PublicText] : [Column.Id];
        return string.Join('\n', columns.Where(column => row.Value(column) is not null).Select(column => $"{column.Name}: {row.Value(column)}")) is { Length: > 0 } note ? note : null;
    }

    private static SubmitterKind? Kind(string text)
    {
        foreach (var kind in Enum.GetValues<SubmitterKind>())
            if (string.Equals(text, kind.ToString(), StringComparison.OrdinalIgnoreCase) || string.Equals(text, AnswerWayWords.Submitter(kind.ToString()), StringComparison.OrdinalIgnoreCase)) return kind;
        return string.Equals(text, "Medarbetare", StringComparison.OrdinalIgnoreCase) ? SubmitterKind.Employee : null;
    }

    /// <summary>Over what the columns say, not where they stand: a file whose columns have changed places is the same.</summary>
    private byte[] HashOf(IReadOnlyList<string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in Column.All)
            if (header.Value(fields, column) is { } value) hash.AppendData(Encoding.UTF8.GetBytes($"{column.Code}\0{SubmittedText.Lines(value)}\0"));
        return hash.GetHashAndReset();
    }
}
