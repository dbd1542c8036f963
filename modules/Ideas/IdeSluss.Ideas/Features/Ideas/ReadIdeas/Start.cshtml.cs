using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.OutputCaching;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

[OpenToAll("the start page is for everyone")]
[OutputCache(PolicyName = KeptPages.Policy, Tags = [IdeaPages.Kept])]
internal sealed class StartModel(ImplementedIdeas implemented, InstanceInfo instance, IEnumerable<StartPageTexts> provided) : IdeSlussPageModel
{
    public IReadOnlyList<ImplementedIdea> Implemented { get; private set; } = [];

    public StartPageTexts Words { get; } = provided.LastOrDefault()
        ?? new("Har du en idé som gör vardagen bättre? Berätta, så prövar vi den och du får svar.", "Du kan också ringa eller komma till oss, så skriver vi åt dig.");

    public StartPageSlot Slot => new(instance.Municipality.ShortName);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Implemented = await implemented.LatestAsync(3, cancellationToken);
}
