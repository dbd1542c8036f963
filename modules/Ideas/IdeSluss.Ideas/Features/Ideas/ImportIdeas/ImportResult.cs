using System.Text.Json;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <param name="Source">What the numbers in the file belong to.</param>
/// <param name="DryRun">Tries everything and saves nothing.</param>
/// <param name="Strict">Saves nothing if any row is wrong.</param>
/// <param name="Notify">Sends receipts and alarms as for ideas handed in here; otherwise nobody gets a mail.</param>
/// <param name="By">Null from the command line.</param>
internal sealed record ImportOptions(string Source, bool DryRun, bool Strict, bool Notify, Guid? By);

/// <summary>How it went. Counts, and which columns of which lines were wrong: no words of the file.</summary>
internal sealed record ImportResult
{
    public string? Encoding { get; init; }
    public string? Separator { get; init; }
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];
    public long Rows { get; init; }
    public long ToSorting { get; init; }
    public long Closed { get; init; }

    /// <summary>Were read in before, or stand twice in the file.</summary>
    public long Already { get; init; }

    /// <summary>Were read in before with another content; not overwritten.</summary>
    public long Changed { get; init; }
    public long Wrong { get; init; }

    /// <summary>How many ideas have something that a person should look at, by kind.</summary>
    public IReadOnlyDictionary<string, long> Hints { get; init; } = new Dictionary<string, long>();
    public IReadOnlyList<ImportError> Errors { get; init; } = [];
    public long MoreErrors { get; init; }

    /// <summary>Why nothing of the file was read.</summary>
    public ImportText? Refusal { get; init; }

    public long ReadIn => ToSorting + Closed;

    public bool HasErrors => Wrong + Changed > 0 || Refusal is not null;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static ImportResult Parse(string json) => JsonSerializer.Deserialize<ImportResult>(json) ?? new();
}

/// <param name="Column">Swedish name; null when it is about the row as a whole.</param>
internal sealed record ImportError(long Line, string? Column, ImportText Message);

/// <summary>A text kept until someone reads it in their own language.</summary>
internal sealed record ImportText(string Key, IReadOnlyList<string> Args)
{
    public static ImportText Of(Text text) => new(text.Key, [.. text.Args.Select(argument => argument is Text inner ? inner.Key : Convert.ToString(argument, System.Globalization.CultureInfo.InvariantCulture) ?? "")]);

    public Text ToText() => new(Key, [.. Args.Select(argument => (object)new Text(argument))]);
}

/// <summary>Counts while a file is read.</summary>
internal sealed class ImportCounts
{
    private readonly Dictionary<SensitiveHints, long> hints = [];

    public long Rows { get; set; }
    public long ToSorting { get; set; }
    public long Closed { get; set; }
    public long Already { get; set; }
    public long Changed { get; set; }
    public long Wrong { get; set; }
    public RowErrors Errors { get; } = new();

    public void Saw(SensitiveHints found)
    {
        foreach (var hint in Enum.GetValues<SensitiveHints>())
            if (hint != SensitiveHints.None && found.HasFlag(hint)) hints[hint] = hints.GetValueOrDefault(hint) + 1;
    }

    public ImportResult ToResult() => new()
    {
        Rows = Rows, ToSorting = ToSorting, Closed = Closed, Already = Already, Changed = Changed, Wrong = Wrong,
        Hints = hints.ToDictionary(pair => OpenCase.SensitiveHintWords.Of(pair.Key)[0], pair => pair.Value),
        Errors = [.. Errors.Kept.Select(error => new ImportError(error.Line, error.Column, ImportText.Of(error.Message)))], MoreErrors = Errors.More,
    };
}
