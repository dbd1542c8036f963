using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Detect;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>Reading through before sending: what was written, and what one may want to change and why. Nothing is changed for the writer.</summary>
[OpenToAll("anyone may hand in an idea, also without saying who they are")]
[EnableRateLimiting(RateLimits.Write)]
[SafeToRepeat]
internal sealed class ReviewModel(Drafts drafts, SubmitIdea submit, Receipts receipts, FindSimilar find, SimilarOffers offers, CurrentUser user) : IdeSlussPageModel
{
    public IdeaSubmission Idea { get; private set; } = null!;

    public ReviewSlot Slot { get; private set; } = new("");

    public string Fingerprint { get; private set; } = "";

    public IReadOnlyList<SendPrompt> Prompts { get; private set; } = [];

    public bool Irregularity { get; private set; }

    public SimilarList Similar { get; private set; } = SimilarList.None;

    /// <summary>The text was changed in another window after this one showed it.</summary>
    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await drafts.CurrentAsync(HttpContext, cancellationToken) is not { IdeaId: null } draft) return Redirect("/lamna-ide");
        if (!Show(draft)) return Redirect("/lamna-ide");
        await FindSimilarAsync(cancellationToken);
        await offers.ShownAsync(Similar.Ideas, SimilarPlace.Review, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? version, CancellationToken cancellationToken)
    {
        if (await drafts.CurrentAsync(HttpContext, cancellationToken) is not { } draft) return Redirect("/lamna-ide");
        var fields = DraftFields.Parse(draft.Fields);
        if (draft.IdeaId is null && version is not null && version != fields.Fingerprint())
        {
            Changed = true;
            if (!Show(draft)) return Redirect("/lamna-ide");
            await FindSimilarAsync(cancellationToken);
            return Page();
        }

        var outcome = await submit.HandleAsync(fields.ToSubmission(draft.Id, user.Id), cancellationToken);
        if (outcome.Failed(out _, out var receipt)) return Redirect("/lamna-ide");
        receipts.Give(HttpContext, receipt.IdeaId);
        return Redirect($"/kvitto/{receipt.CaseNumber}");
    }

    /// <summary>Not for what may be a serious irregularity: that belongs to someone else, and nobody should be told that it is nothing new.</summary>
    private async Task FindSimilarAsync(CancellationToken cancellationToken)
    {
        if (!Irregularity) Similar = new(await find.FindAsync(new(Idea.Title, Idea.Text!), cancellationToken), SimilarPlace.Review);
    }

    private bool Show(Draft draft)
    {
        var fields = DraftFields.Parse(draft.Fields);
        Fingerprint = fields.Fingerprint();
        Idea = SubmissionRules.Normalised(fields.ToSubmission(draft.Id, user.Id));
        if (SubmissionRules.Check(Idea).Count > 0) return false;
        var text = string.Join('\n', new[] { Idea.Text, Idea.Title, Idea.WhoHasNeed, Idea.Place }.Where(part => part is not null));
        Slot = new(text);
        var review = TextReview.Of(text);
        Prompts = SendPrompt.For(review.Hints, [.. review.Spans.Select(span => (span.Kind, text.Substring(span.Start, span.Length)))]);
        Irregularity = review.Hints.HasFlag(SensitiveHints.Irregularity);
        return true;
    }
}

/// <summary>Something the writer may want to change before sending: what we saw, and why it matters.</summary>
/// <param name="Seen">The places in the writer's own words.</param>
internal sealed record SendPrompt(string What, string Why, IReadOnlyList<string> Seen)
{
    private static readonly (SensitiveHints Kind, string What, string Why)[] All =
    [
        (SensitiveHints.PersonalNumber, "Det ser ut som ett personnummer", "Vi behöver det inte. Ta gärna bort det, så syns det inte i handlingen."),
        (SensitiveHints.NamedPersonsHealth, "Det ser ut som något om en namngiven persons hälsa", "Sådant är känsligt. Skriv hellre vad behovet är, utan att det går att förstå vem det gäller."),
        (SensitiveHints.Name, "Det ser ut som ett namn", "Skriv hellre roll än namn, till exempel en granne eller en lärare."),
        (SensitiveHints.Telephone, "Det ser ut som ett telefonnummer", "Skriv det hellre i fältet Telefon. Där visas det aldrig öppet."),
        (SensitiveHints.EmailAddress, "Det ser ut som en e-postadress", "Skriv den hellre i fältet E-post. Där visas den aldrig öppet."),
    ];

    public static IReadOnlyList<SendPrompt> For(SensitiveHints hints, IReadOnlyList<(SensitiveHints Kind, string Text)> seen) =>
        [.. All.Where(prompt => hints.HasFlag(prompt.Kind)).Select(prompt => new SendPrompt(prompt.What, prompt.Why,
            [.. seen.Where(place => place.Kind == prompt.Kind).Select(place => place.Text).Distinct().Take(5)]))];
}
