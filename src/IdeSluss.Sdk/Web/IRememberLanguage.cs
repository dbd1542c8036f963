namespace IdeSluss.Sdk.Web;

/// <summary>
/// Keeps the interface language that someone who is logged in has chosen with their account, so that mail comes in it and the next browser starts in it. The module that owns accounts
/// registers one; without it the choice is the browser's alone.
/// </summary>
public interface IRememberLanguage
{
    /// <param name="person">The account's id.</param>
    /// <param name="language">BCP 47, one of the instance's interface languages.</param>
    Task RememberAsync(Guid person, string language, CancellationToken cancellationToken);
}
