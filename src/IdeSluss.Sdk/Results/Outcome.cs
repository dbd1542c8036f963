using System.Diagnostics.CodeAnalysis;

namespace IdeSluss.Sdk.Results;

/// <summary>A text for people: the Swedish sentence is both the text and the key of its translations; <c>{0}</c> takes the arguments.</summary>
public sealed record Text(string Key, params object[] Args)
{
    public static implicit operator Text(string key) => new(key);

    public static Text FromString(string key) => new(key);
}

public enum ProblemKind
{
    /// <summary>422 (pages) or 422 problem details: what was typed must be corrected.</summary>
    Invalid,

    /// <summary>404: does not exist, or is not for this person to know of.</summary>
    NotFound,

    /// <summary>403: exists, but this person may not.</summary>
    Forbidden,

    /// <summary>409: not possible in the present state; <see cref="Problem.Errors"/> lists what stands in the way.</summary>
    Conflict,

    /// <summary>412: someone else changed it in between.</summary>
    Stale,

    /// <summary>503: a part it needs cannot be reached; the same may work in a while.</summary>
    Unavailable,
}

/// <summary>One thing to correct or that is missing. <paramref name="Field"/> is the input's name, or the evidence's key at a gate.</summary>
public sealed record FieldError(string Field, Text Message);

/// <summary>Why a use case did not do what was asked, in words for the person who asked.</summary>
public sealed record Problem(ProblemKind Kind, Text Message, IReadOnlyList<FieldError> Errors)
{
    public static Problem NotFound(Text message) => new(ProblemKind.NotFound, message, []);

    public static Problem Forbidden(Text message) => new(ProblemKind.Forbidden, message, []);

    public static Problem Conflict(Text message, params FieldError[] errors) => new(ProblemKind.Conflict, message, errors);

    public static Problem Unavailable(params FieldError[] errors) => new(ProblemKind.Unavailable, "Det går inte just nu. Din text är kvar. Försök igen om en stund.", errors);

    public static Problem Stale() => new(ProblemKind.Stale, "Någon annan har ändrat sedan du öppnade sidan. Läs det nya och försök igen.", []);

    public static Problem Invalid(params FieldError[] errors) =>
        new(ProblemKind.Invalid, errors.Length == 1 ? "Rätta en sak. Din text är kvar." : new Text("Rätta {0} saker. Din text är kvar.", errors.Length), errors);
}

/// <summary>What a handler returns: a value, or a problem. Pages and endpoints turn it into their own kind of answer.</summary>
public sealed class Outcome<T>
{
    private Outcome(T? value, Problem? problem)
    {
        Value = value;
        Problem = problem;
    }

    public T? Value { get; }

    public Problem? Problem { get; }

    public bool Failed([NotNullWhen(true)] out Problem? problem, [NotNullWhen(false)] out T? value)
    {
        problem = Problem;
        value = Value;
        return problem is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    public static Outcome<T> FromT(T value) => new(value, null);

    public static Outcome<T> FromProblem(Problem problem) => new(default, problem);
}

/// <summary>For use cases that answer nothing but "done".</summary>
public readonly record struct Done
{
    public static Done It => default;
}
