namespace IdeSluss.Sdk.Seeding;

/// <summary>Writes content that must exist (reference data) or that shows the product (demo).</summary>
public interface ISeeder
{
    /// <summary>Seeders run in ascending order, then by registration: 0 organisation, 100 people, 200 content.</summary>
    int Order => 0;

    Task SeedAsync(CancellationToken cancellationToken);
}
