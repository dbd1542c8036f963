using IdeSluss.Sdk.Composition;

namespace IdeSluss.Ideas.Features.Ideas.Redirect;

/// <summary>The telephone of whoever is on duty for serious irregularities, also at night.</summary>
internal sealed class DutyContact(InstanceInfo instance)
{
    public string Phone => instance.Branding.Contact.DutyPhone;
}
