using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Ideas.Features.Ideas.RegisterOnBehalf;

/// <summary>An idea that came by telephone, on paper or in a meeting, entered by someone in the office.</summary>
/// <param name="Key">Same key, same idea: the page's own number, or what the API's caller named it.</param>
/// <param name="ConsentNote">How the one whose idea it is agreed: "muntligt i telefon".</param>
/// <param name="OriginalKeptAt">Where the paper is.</param>
internal sealed record RegisterRequest(
    string Key, string? Channel, string? Text, string? Title, string? ConsentNote, string? OriginalKeptAt, SubmitterKind SubmitterKind, AnswerWay AnswerWay, string? Name, string? Telephone, string? Address, string? Email, string? Place = null, string? Area = null);

/// <summary>Registers for someone else: same rules as for everyone who hands in, and a note on how they agreed.</summary>
internal sealed class RegisterOnBehalf(SubmitIdea submit, CurrentUser me, IEnumerable<IntakeChannel> channels)
{
    public IReadOnlyList<IntakeChannel> Channels { get; } = [.. channels.Where(channel => channel.OnBehalf)];

    public async Task<Outcome<IdeaReceipt>> HandleAsync(RegisterRequest request, CancellationToken cancellationToken)
    {
        var submission = SubmissionRules.Normalised(new IdeaSubmission
        {
            SubmissionKey = $"on-behalf:{me.RequiredId:N}:{request.Key}", Text = request.Text, Title = request.Title, Place = request.Place, Area = request.Area,
            SubmitterKind = request.SubmitterKind, AnswerWay = request.AnswerWay, Name = request.Name, Telephone = request.Telephone, Address = request.Address, Email = request.Email,
            Channel = request.Channel ?? "", RegisteredById = me.RequiredId, ConsentNote = request.ConsentNote, OriginalKeptAt = request.OriginalKeptAt,
        });
        var errors = Check(request, submission).ToArray();
        return errors.Length > 0 ? Problem.Invalid(errors) : await submit.HandleAsync(submission, cancellationToken);
    }

    private IEnumerable<FieldError> Check(RegisterRequest request, IdeaSubmission submission)
    {
        if (string.IsNullOrWhiteSpace(request.Key) || request.Key.Length > 100) yield return new(nameof(request.Key), new Text("Nyckeln ska vara 1 till {0} tecken.", 100));
        if (Channels.All(channel => channel.Code != request.Channel)) yield return new(nameof(request.Channel), "Hur kom idén? Välj en väg.");
        if (submission.ConsentNote is null) yield return new(nameof(request.ConsentNote), "Samtycke: skriv hur idégivaren sa ja, till exempel: muntligt i telefon.");
        if (request.AnswerWay == AnswerWay.Account) yield return new(nameof(request.AnswerWay), "Så får idégivaren svar: välj ett annat sätt.");
        foreach (var error in SubmissionRules.Check(submission)) yield return error;
    }
}
