using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IdeSluss.Sdk.Web;

/// <summary>
/// Pages that say the same to everyone who is not logged in and that many read. They are kept, in each language, as they look without anything chosen in the address, and given to the next
/// without being made anew. Offered as <see cref="SiteLink"/> is; the page itself says
/// <c>[OutputCache(PolicyName = KeptPages.Policy, Tags = [tag])]</c>.
/// </summary>
/// <param name="Tag">What the pages are forgotten by, the module's name first.</param>
/// <param name="Context">The context that the entities are saved with.</param>
/// <param name="Shown">Entities that the pages show: when one of them has been saved the pages are forgotten at once, by every replica.</param>
/// <example><code>module.Provide(new KeptPages("testbeds.catalogue", typeof(TestbedsDbContext), typeof(Testbed), typeof(TestbedPicture)));</code></example>
public sealed record KeptPages(string Tag, Type Context, params Type[] Shown)
{
    /// <summary>Name of the policy that decides who gets a kept page.</summary>
    public const string Policy = "idesluss.kept-pages";

    /// <summary>How old a kept page may become: as long as a replica that does not hear the others may show what it was.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    /// <summary>Seconds, for pages that show nothing that comes with time alone; there are many of them, each with few readers. The page says <c>Duration = KeptPages.Long</c>.</summary>
    public const int Long = 600;

    /// <summary>Whether a change is one that the pages show; without it, every change of an entity that they show is.</summary>
    public Func<EntityEntry, bool>? Shows { get; init; }
}
