using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

namespace IdeSluss.Ideas.Tests.Similar;

/// <param name="HeldOut">Never looked at while the method was made: only measured.</param>
internal sealed record SampleIdea(string Group, bool HeldOut, string Title, string Text);

/// <param name="Wanted">What should be found; the rest of the group counts neither way. Empty for what must not find the group.</param>
internal sealed record SampleQuestion(string Group, bool HeldOut, string Text, IReadOnlyList<SampleIdea> Wanted);

/// <summary>The labelled texts of <c>similar-ideas.txt</c> among those of <c>similar-distractors.txt</c>; how they are written stands in the first.</summary>
internal sealed record SimilarSamples(IReadOnlyList<SampleIdea> Ideas, IReadOnlyList<SampleQuestion> Questions, IReadOnlyList<SampleQuestion> NearMisses)
{
    public static SimilarSamples Read(string checkout)
    {
        var folder = Path.Combine(checkout, "tests", "IdeSluss.Ideas.Tests", "Samples");
        var (ideas, questions, near) = (new List<SampleIdea>(), new List<(string Group, bool HeldOut, string Which, string Text)>(), new List<SampleQuestion>());
        var (group, heldOut) = ("", false);
        foreach (var line in File.ReadLines(Path.Combine(folder, "similar-ideas.txt")))
        {
            var text = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            if (line.StartsWith('[')) (group, heldOut) = (line[1..line.IndexOf(']', StringComparison.Ordinal)], line.EndsWith("prov", StringComparison.Ordinal));
            else if (line.StartsWith("idé:", StringComparison.Ordinal)) ideas.Add(Idea(group, heldOut, text));
            else if (line.StartsWith("fråga", StringComparison.Ordinal)) questions.Add((group, heldOut, line[5..line.IndexOf(':', StringComparison.Ordinal)].Trim(), text));
            else if (line.StartsWith("nära:", StringComparison.Ordinal)) near.Add(new(group, heldOut, text, []));
        }

        var groups = ideas.ToLookup(idea => idea.Group);
        var asked = questions.Select(question => new SampleQuestion(question.Group, question.HeldOut, question.Text,
            [.. groups[question.Group].Where((_, at) => question.Which.Length == 0 || question.Which.Contains((char)('1' + at)))])).ToList();
        return new([.. ideas, .. Distractors(Path.Combine(folder, "similar-distractors.txt"))], asked, near);
    }

    private static IEnumerable<SampleIdea> Distractors(string path)
    {
        string[] places = [];
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("plats:", StringComparison.Ordinal)) places = line[6..].Trim().Split('|');
            else if (line.Contains("{p} |", StringComparison.Ordinal))
                foreach (var place in places) yield return Idea("", false, line.Replace("{p}", place, StringComparison.Ordinal));
        }
    }

    private static SampleIdea Idea(string group, bool heldOut, string line)
    {
        var bar = line.IndexOf(" | ", StringComparison.Ordinal);
        return new(group, heldOut, line[..bar], line[(bar + 3)..]);
    }
}

/// <summary>How well similar ideas are found in the samples, each share between 0 and 1.</summary>
/// <param name="Recall">Of the wanted ideas, among the five that are shown.</param>
/// <param name="Precision">Of what is shown, what was wanted.</param>
/// <param name="First">How often the first one shown was of the right kind.</param>
/// <param name="PrecisionOfSame">Of what is shown as perhaps the same, what was wanted.</param>
/// <param name="NearMissesAsSame">How often a text about something else was shown the group's ideas as perhaps the same.</param>
internal sealed record SimilarQuality(int Questions, double Recall, double Precision, double First, double RecallOfSame, double PrecisionOfSame, double NearMissesAsSame)
{
    /// <param name="find">Answers at most five, found by the product.</param>
    /// <param name="known">The sample that an answer is.</param>
    public static async Task<SimilarQuality> OfAsync(SimilarSamples samples, bool heldOut, Func<string, Task<IReadOnlyList<SimilarIdea>>> find, Func<SimilarIdea, SampleIdea?> known)
    {
        var (questions, recall, first, recallOfSame) = (0, 0.0, 0, 0.0);
        var (shown, right, shownAsSame, rightAsSame) = (0, 0, 0, 0);
        foreach (var question in samples.Questions.Where(question => question.HeldOut == heldOut))
        {
            var answers = (await find(question.Text)).Select(answer => (Answer: answer, Idea: known(answer))).ToList();
            var judged = answers.Where(pair => pair.Idea?.Group != question.Group || question.Wanted.Contains(pair.Idea)).ToList();
            var hits = judged.Where(pair => pair.Idea is not null && question.Wanted.Contains(pair.Idea)).ToList();
            questions++;
            recall += (double)hits.Count / question.Wanted.Count;
            recallOfSame += (double)hits.Count(hit => hit.Answer.Same) / question.Wanted.Count;
            if (answers.Count > 0 && answers[0].Idea?.Group == question.Group) first++;
            shown += judged.Count;
            right += hits.Count;
            shownAsSame += judged.Count(pair => pair.Answer.Same);
            rightAsSame += hits.Count(hit => hit.Answer.Same);
        }

        var (near, taken) = (0, 0);
        foreach (var question in samples.NearMisses.Where(question => question.HeldOut == heldOut))
        {
            near++;
            if ((await find(question.Text)).Any(answer => answer.Same && known(answer)?.Group == question.Group)) taken++;
        }

        return new(questions, recall / questions, (double)right / shown, (double)first / questions, recallOfSame / questions, (double)rightAsSame / shownAsSame, (double)taken / near);
    }
}
