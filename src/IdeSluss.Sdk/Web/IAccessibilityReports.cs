using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Web;

/// <summary>
/// Receives what people write about accessibility (lag 2018:1937, 13 §): it becomes a task that someone answers as soon as possible. The module that owns
/// tasks registers one; without it the page names the telephone and the postal way.
/// </summary>
public interface IAccessibilityReports
{
    Task<Outcome<AccessibilityReceipt>> ReceiveAsync(AccessibilityReport report, CancellationToken cancellationToken);
}

/// <param name="IsRequest">True for a begäran om tillgängliggörande (15 §), which can end in a written decision that can be appealed; false for a shortcoming.</param>
/// <param name="Text">1 to 4 000 characters, already checked.</param>
/// <param name="Address">The page it is about, as written; at most 1 000 characters.</param>
/// <param name="Contact">Where the answer goes; null when none is wanted. At most 200 characters.</param>
public sealed record AccessibilityReport(bool IsRequest, string Text, string? Address, string? Contact);

/// <param name="Number">What to refer to.</param>
/// <param name="AnswerBy">Null when no answer was asked for.</param>
public sealed record AccessibilityReceipt(string Number, DateOnly? AnswerBy);
