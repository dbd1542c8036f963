using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.RegisterOnBehalf;

[RequirePermission(IdeasPermissions.RegisterOnBehalf)]
internal sealed class RegisterModel(RegisterOnBehalf register) : IdeSlussPageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public IdeaReceipt? Receipt { get; private set; }

    public IReadOnlyList<Choice> Channels => [.. register.Channels.Select(channel => new Choice(channel.Code, Texts[channel.Name]))];

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<SubmitterKind>().Select(kind => new Choice(kind.ToString(), Texts[AnswerWayWords.Submitter(kind.ToString())]))];

    public IReadOnlyList<Choice> Ways =>
    [
        new(nameof(AnswerWay.Code), Texts["Läser själv med koden"]), new(nameof(AnswerWay.Telephone), Texts["Vi ringer"]),
        new(nameof(AnswerWay.Letter), Texts["Vi skickar brev"]), new(nameof(AnswerWay.Email), Texts["Vi mejlar"]),
    ];

    public void OnGet() => Input = New(null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return ShowErrors();
        var outcome = await register.HandleAsync(Input.ToRequest(), cancellationToken);
        if (outcome.Failed(out var problem, out var receipt)) return ShowProblem(problem, nameof(Input));
        // Shown in the answer to the post: a reload posts the same key again and shows the same number and code.
        Receipt = receipt;
        Input = New(Input.Channel);
        ModelState.Clear();
        return Page();
    }

    private static RegisterInput New(string? channel) => new() { Key = Guid.CreateVersion7().ToString("N"), Channel = channel, AnswerWay = AnswerWay.Code };

    public sealed class RegisterInput
    {
        public string? Key { get; set; }

        public string? Channel { get; set; }

        public string? Text { get; set; }

        public string? Title { get; set; }

        public string? ConsentNote { get; set; }

        public string? OriginalKeptAt { get; set; }

        public SubmitterKind SubmitterKind { get; set; }

        public AnswerWay AnswerWay { get; set; }

        public string? Name { get; set; }

        public string? Telephone { get; set; }

        public string? Address { get; set; }

        public string? Email { get; set; }

        internal RegisterRequest ToRequest() => new(Key ?? "", Channel, Text, Title, ConsentNote, OriginalKeptAt, SubmitterKind, AnswerWay, Name, Telephone, Address, Email);
    }
}
