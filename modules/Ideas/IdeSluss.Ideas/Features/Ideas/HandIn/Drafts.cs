using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>The form's fields as typed, kept until they are sent.</summary>
internal sealed record DraftFields
{
    public string? Text { get; init; }
    public string? Title { get; init; }
    public string? WhoHasNeed { get; init; }
    public string? Place { get; init; }
    public string? Area { get; init; }
    public bool WorksHere { get; init; }
    public AnswerWay? AnswerWay { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Telephone { get; init; }
    public string? Address { get; init; }

    public IdeaSubmission ToSubmission(Guid draftId, Guid? person) => new()
    {
        SubmissionKey = KeyOf(draftId),
        DraftId = draftId,
        Text = Text,
        Title = Title,
        WhoHasNeed = WhoHasNeed,
        Place = Place,
        Area = Area,
        SubmitterKind = WorksHere ? SubmitterKind.Employee : SubmitterKind.Resident,
        AnswerWay = AnswerWay ?? (person is null ? Domain.AnswerWay.Code : Domain.AnswerWay.Account),
        Name = Name,
        Email = Email,
        Telephone = Telephone,
        Address = Address,
        SubmitterId = person,
    };

    public static string KeyOf(Guid draftId) => $"draft:{draftId:N}";

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static DraftFields Parse(string json) => JsonSerializer.Deserialize<DraftFields>(json, Options) ?? new();

    /// <summary>Tells whether two windows show the same text, without carrying it.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())))[..16];

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}

/// <summary>
/// What someone is writing, kept on the server so that nothing is lost between pages. Only the browser with the secret reads it, and a draft written logged in
/// only its person.
/// </summary>
internal sealed class Drafts(IdeasDbContext db, CurrentUser user, TimeProvider time)
{
    public const string Cookie = "idesluss.utkast";

    /// <summary>A draft larger than this is shown again but not kept: nobody writes it, and the table is not for storing files.</summary>
    private const int MostKept = 200_000;

    /// <summary>The draft of this browser; null when there is none, or when it is someone else's.</summary>
    public async Task<Draft?> CurrentAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (Parse(context.Request.Cookies[Cookie]) is not var (id, secret)) return null;
        var draft = await db.Drafts.FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (draft is null || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), draft.SecretHash)) return null;
        return draft.PersonId is null || draft.PersonId == user.Id ? draft : null;
    }

    /// <summary>Keeps the fields; a draft that has been sent is left alone and a new one begins.</summary>
    /// <returns>Null when it is too large to keep.</returns>
    public async Task<Draft?> SaveAsync(HttpContext context, DraftFields fields, CancellationToken cancellationToken)
    {
        var json = fields.ToJson();
        if (json.Length > MostKept) return null;
        var draft = await CurrentAsync(context, cancellationToken);
        if (draft is null || draft.IdeaId is not null)
        {
            var secret = RandomNumberGenerator.GetBytes(32);
            draft = new Draft { Id = Guid.CreateVersion7(), SecretHash = SHA256.HashData(secret), Fields = json };
            db.Drafts.Add(draft);
            context.Response.Cookies.Append(Cookie, $"{draft.Id:N}.{WebEncoders.Base64UrlEncode(secret)}", new CookieOptions
            {
                HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/lamna-ide", MaxAge = TimeSpan.FromDays(90),
            });
        }

        draft.Fields = json;
        draft.PersonId = user.Id;
        draft.UpdatedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return draft;
    }

    private static (Guid Id, byte[] Secret)? Parse(string? cookie)
    {
        if (cookie is not { Length: > 33 and < 120 } || cookie[32] != '.' || !Guid.TryParseExact(cookie.AsSpan(0, 32), "N", out var id)) return null;
        try
        {
            return (id, WebEncoders.Base64UrlDecode(cookie, 33, cookie.Length - 33));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
