using IdeSluss.Sdk.Results;

namespace IdeSluss.People.Accounts;

/// <summary>Length, not symbols. Nothing that follows from whom the account belongs to.</summary>
internal static class PasswordRules
{
    public const int Longest = 200;

    private static readonly string[] Obvious = ["lösenord", "losenord", "password", "ideslus", "123456", "qwerty", "sommar20", "vinter20"];

    public static FieldError? Check(string? password, string? email, string field = "password")
    {
        if (string.IsNullOrEmpty(password)) return new(field, "Lösenord: fältet är tomt.");
        if (password.Length < IdentitySetup.ShortestPassword) return new(field, new Text("Lösenord: skriv minst {0} tecken.", IdentitySetup.ShortestPassword));
        if (password.Length > Longest) return new(field, new Text("Lösenord: skriv högst {0} tecken.", Longest));
        if (password.Distinct().Count() < 4) return new(field, "Lösenord: använd fler olika tecken.");

        var own = email?.Split('@')[0];
        var guessable = Obvious.Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length < 2 * IdentitySetup.ShortestPassword)
            || (own is { Length: > 3 } && password.Contains(own, StringComparison.OrdinalIgnoreCase));
        return guessable ? new(field, "Lösenord: det är lätt att gissa. Välj några ord som inte hör ihop.") : null;
    }
}
