using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Forms;

/// <summary>Everything that follows from a form's answers. The same answers always give the same evaluation.</summary>
public sealed class FormEvaluation
{
    public required FormDefinition Form { get; init; }

    /// <summary>What is asked and answered, with facts from other forms in place.</summary>
    public required Answers Answers { get; init; }

    /// <summary>What is stored: only what was asked here.</summary>
    public required Answers Own { get; init; }

    public required IReadOnlyList<ComputedValue> Computed { get; init; }

    /// <summary>Rows field → per row its results.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<ComputedValue>>> RowResults { get; init; }

    public required IReadOnlyList<DecisionResult> Decisions { get; init; }

    /// <summary>What is wrong (always refused) and what is missing (refused when the form is to be complete), in the order of the questions.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What keeps the case although the form is filled in: an answer that returns it, an approval that is not there yet. Texts go below the form's title.</summary>
    public required IReadOnlyList<FieldError> Open { get; init; }

    /// <summary>Advice that stops nothing.</summary>
    public required IReadOnlyList<FieldError> Hints { get; init; }

    /// <summary>Whether a question is asked; null while the question it depends on is unanswered.</summary>
    public required IReadOnlyDictionary<string, bool?> Asked { get; init; }

    public bool IsComplete => Findings.Count == 0;

    /// <summary>Complete, and nothing in it keeps the case.</summary>
    public bool IsCleared => IsComplete && Open.Count == 0;

    public IReadOnlyList<FieldError> Errors(bool complete) => [.. Findings.Where(finding => complete || !finding.Gap).Select(finding => finding.Error)];
}

/// <param name="Gap">Only missing: may be kept for later.</param>
public sealed record Finding(FieldError Error, bool Gap);
