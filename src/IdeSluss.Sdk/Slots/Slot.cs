namespace IdeSluss.Sdk.Slots;

/// <summary>A typed extension point of a page. Declared in a module's Contracts, filled by plugins; a wrong model type does not compile.</summary>
/// <param name="Name"><c>{module}.{page}.{place}</c>, for example <c>ideas.idea-page.aside</c>.</param>
/// <example><code>
/// public static readonly Slot&lt;IdeaPageSlot&gt; Aside = new("ideas.idea-page.aside");
/// plugin.Fill(IdeaSlots.Aside, "/Features/Pitea/BreakfastMeeting.cshtml");
/// </code></example>
public sealed record Slot<TModel>(string Name) where TModel : class;

/// <summary>What fills slots in this instance.</summary>
public interface ISlotFills
{
    IReadOnlyList<SlotFill> For(string slotName);
}

/// <param name="Contributor">Module name or plugin slug; named in the log when the view throws.</param>
public sealed record SlotFill(string SlotName, string PartialView, int Order, string Contributor);
