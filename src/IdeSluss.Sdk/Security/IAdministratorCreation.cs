namespace IdeSluss.Sdk.Security;

/// <summary>Makes the first administrator of an instance without demo content (<c>admin create EMAIL</c>); the module that owns accounts registers it.</summary>
public interface IAdministratorCreation
{
    /// <returns>The invitation link to hand over; also when the account exists but has no password yet.</returns>
    /// <exception cref="InvalidOperationException">The address cannot be used; the message says why, in Swedish.</exception>
    Task<string> CreateAsync(string email, CancellationToken cancellationToken);
}
