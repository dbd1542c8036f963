using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>All forms, empty, for managers and for other municipalities.</summary>
[OpenToAll("an empty form says nothing about anyone")]
internal sealed class ListTemplatesModel(FormTemplates templates) : IdeSlussPageModel
{
    public ILookup<string, Template> ByGate { get; } = templates.All().ToLookup(template => template.Gate ?? "Utan ärende");
}
