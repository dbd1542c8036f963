namespace IdeSluss.Sdk.Web;

/// <summary>A place beside the inbox on <c>/arbete</c>, offered by a module or plugin with <c>Provide</c>. Shown to those who have the permission.</summary>
/// <param name="Address">For example <c>/arbete/testbaddar</c>.</param>
/// <param name="Title">Swedish, also the key of its translation.</param>
/// <param name="Explanation">One sentence on what one does there; Swedish, also the key of its translation.</param>
/// <example><code>module.Provide(new WorkLink("/arbete/testbaddar", "Testbäddar", "Beskriv och håll aktuellt.", "testbeds.inventory.read", "Testbäddar och tester"));</code></example>
/// <param name="Group">Heading that it stands under with others; Swedish, also the key of its translation. Null is among the first, without a heading.</param>
public sealed record WorkLink(string Address, string Title, string Explanation, string Permission, string? Group = null);

/// <summary>A place for everyone, in the footer of every page; offered as <see cref="WorkLink"/> is.</summary>
/// <param name="Title">Swedish, also the key of its translation.</param>
public sealed record SiteLink(string Address, string Title);
