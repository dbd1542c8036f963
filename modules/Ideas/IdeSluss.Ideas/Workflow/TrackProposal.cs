using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Three yes/no questions propose a track; the coach decides.</summary>
internal static class TrackProposal
{
    private static readonly string[] Questions = ["vard-risk", "kostnad", "flera-enheter"];

    /// <summary>Full as soon as one answer is yes; null until all three are answered.</summary>
    public static string? From(Answers sorting)
    {
        var answers = Questions.Select(sorting.Text).ToList();
        if (answers.Contains("ja")) return Tracks.Full;
        return answers.TrueForAll(answer => answer == "nej") ? Tracks.Small : null;
    }
}
