using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>Writing an idea. Everything typed is kept as a draft first, so that no error can lose it.</summary>
[OpenToAll("anyone may hand in an idea, also without saying who they are")]
internal sealed class HandInModel(Drafts drafts, FindSimilar similar, SimilarOffers offers, CurrentUser user) : IdeSlussPageModel
{
    private const int MostWhileWriting = 3;

    [BindProperty]
    public HandInInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Areas => [.. IdeaAreas.All.Select(area => new Choice(area.Code, Texts[area.Name]))];

    public IReadOnlyList<Choice> AnswerWays =>
    [
        .. user.IsAuthenticated ? [new Choice(nameof(AnswerWay.Account), Texts["Här, när jag är inloggad"])] : Array.Empty<Choice>(),
        new(nameof(AnswerWay.Code), Texts["Jag läser själv med koden"], Texts["Du får en kod när du har skickat. Vi behöver inte veta vem du är."]),
        new(nameof(AnswerWay.Email), Texts["E-post"], Texts["Vi skickar nummer och länk, aldrig texten."]),
        new(nameof(AnswerWay.Telephone), Texts["Telefon"]),
        new(nameof(AnswerWay.Letter), Texts["Brev"]),
    ];

    /// <summary>The details stand open when something in them needs the reader's eye.</summary>
    public bool DetailsOpen => Input.HasDetails || ModelState.Any(entry => entry.Key.StartsWith("Input.", StringComparison.Ordinal) && entry.Key != "Input.Text" && entry.Value?.Errors.Count > 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (await drafts.CurrentAsync(HttpContext, cancellationToken) is { IdeaId: null } draft) Input = HandInInput.From(DraftFields.Parse(draft.Fields));
        Input.AnswerWay ??= user.IsAuthenticated ? nameof(AnswerWay.Account) : nameof(AnswerWay.Code);
    }

    /// <summary>While someone writes: the few ideas that may be the same. Nothing of the text is kept.</summary>
    public async Task<IActionResult> OnPostSimilarAsync(CancellationToken cancellationToken)
    {
        var text = SubmittedText.Lines(Input.Text is { Length: > SubmissionRules.TextLength } ? Input.Text[..SubmissionRules.TextLength] : Input.Text);
        var ideas = await similar.FindAsync(new(SubmittedText.Line(Input.Title), text, OnlySame: true, Most: MostWhileWriting), cancellationToken);
        await offers.ShownAsync(ideas, SimilarPlace.Writing, cancellationToken);
        return Partial("/Features/Ideas/SimilarIdeas/_Similar.cshtml", new SimilarList(ideas, SimilarPlace.Writing, InNewTab: true));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var fields = Input.ToFields();
        var draft = await drafts.SaveAsync(HttpContext, fields, cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        var submission = SubmissionRules.Normalised(fields.ToSubmission(draft?.Id ?? Guid.Empty, user.Id));
        var errors = SubmissionRules.Check(submission);
        return errors.Count > 0 ? ShowProblem(Problem.Invalid([.. errors]), nameof(Input)) : Redirect("/lamna-ide/granska");
    }
}

internal sealed class HandInInput
{
    public string? Text { get; set; }
    public string? Title { get; set; }
    public string? WhoHasNeed { get; set; }
    public string? Place { get; set; }
    public string? Area { get; set; }
    public bool WorksHere { get; set; }
    public string? AnswerWay { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public string? Address { get; set; }

    public bool HasDetails =>
        Title is not null || WhoHasNeed is not null || Place is not null || Area is not null || WorksHere || Name is not null || Email is not null || Telephone is not null || Address is not null;

    /// <summary>Safe to store, with nothing cut off: what is too long must still be there to shorten.</summary>
    public DraftFields ToFields() => new()
    {
        Text = SubmittedText.Lines(Text),
        Title = SubmittedText.Line(Title),
        WhoHasNeed = SubmittedText.Line(WhoHasNeed),
        Place = SubmittedText.Line(Place),
        Area = SubmittedText.Line(Area),
        WorksHere = WorksHere,
        AnswerWay = Enum.TryParse<Domain.AnswerWay>(AnswerWay, out var way) && Enum.IsDefined(way) ? way : null,
        Name = SubmittedText.Line(Name),
        Email = SubmittedText.Line(Email),
        Telephone = SubmittedText.Line(Telephone),
        Address = SubmittedText.Lines(Address) is { Length: > 0 } address ? address : null,
    };

    public static HandInInput From(DraftFields fields) => new()
    {
        Text = fields.Text,
        Title = fields.Title,
        WhoHasNeed = fields.WhoHasNeed,
        Place = fields.Place,
        Area = fields.Area,
        WorksHere = fields.WorksHere,
        AnswerWay = fields.AnswerWay?.ToString(),
        Name = fields.Name,
        Email = fields.Email,
        Telephone = fields.Telephone,
        Address = fields.Address,
    };
}
