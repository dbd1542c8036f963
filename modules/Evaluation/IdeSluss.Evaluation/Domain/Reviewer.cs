using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>What is known of someone who judges, beside their roles. Whoever has no row judges by what is usual.</summary>
internal sealed class Reviewer : IVersioned
{
    public const int UsualLoad = 3;
    public const int HighestLoad = 20;

    public required Guid PersonId { get; init; }

    /// <summary>Asked at all. Members of the idea board and advisers are, unless this says otherwise; others only when it says so.</summary>
    public bool Takes { get; set; } = true;

    /// <summary>The unit one works in, which the roles may not tell.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Judgements that may wait at the same time.</summary>
    public int MostWaiting { get; set; } = UsualLoad;

    /// <summary>Codes of what one knows well (<see cref="Competence"/>).</summary>
    public string[] Competences { get; set; } = [];

    /// <summary>The last day away; nobody is asked who is away.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>Asked instead, where one cannot.</summary>
    public Guid? DeputyId { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>Someone has said that they are not impartial to an idea or to a unit's ideas.</summary>
internal sealed class DeclaredTie
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>One of the two is set.</summary>
    public Guid? IdeaId { get; init; }
    public Guid? UnitId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Only a tie to a unit ends; one to an idea stays.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>After which decision people are asked by themselves, where and how many.</summary>
internal sealed class AskingRule : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The decision ahead.</summary>
    public required string Gate { get; set; }

    /// <summary>Null for every nämnd.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>Code of an area; null for every area.</summary>
    public string? Area { get; set; }
    public required Guid SheetId { get; set; }
    public int Wanted { get; set; } = 3;
    public int WorkingDays { get; set; } = 10;

    /// <summary>Asked first, wherever they are not in conflict, away or have enough to do.</summary>
    public Guid[] Always { get; set; } = [];
    public bool Active { get; set; } = true;
    public DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>What someone who judges may know well. The code is stored; the name is the key of its translation.</summary>
internal sealed record Competence(string Code, string Name)
{
    /// <summary>Looked for in every round, so that these questions are never nobody's.</summary>
    public static IReadOnlyList<Competence> Always { get; } = [new("jamstalldhet", "Jämställdhet"), new("tillganglighet", "Tillgänglighet")];

    /// <summary>Beside the areas of ideas, which are competences too.</summary>
    public static IReadOnlyList<Competence> Own { get; } = [.. Always, new("ekonomi", "Ekonomi"), new("teknik", "Teknik och information"), new("juridik", "Juridik"), new("arbetsmiljo", "Arbetsmiljö")];
}
