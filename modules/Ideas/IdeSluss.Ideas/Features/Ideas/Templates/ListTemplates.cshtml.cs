using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>All forms, empty and as examples, for managers and for other municipalities.</summary>
[OpenToAll("an empty form says nothing about anyone")]
internal sealed class ListTemplatesModel(FormTemplates templates, CurrentUser me) : IdeSlussPageModel
{
    public ILookup<string, Template> ByGate { get; } = templates.All().ToLookup(template => template.Gate ?? "Utan ärende");

    public bool HasUnit => me.Has(IdeasPermissions.SeeOwnUnit);
}
