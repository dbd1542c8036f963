using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;

namespace IdeSluss.Ui.Features.Ui.Privacy;

/// <summary>What the GDPR's article 13 says must be told when personal data is collected.</summary>
[OpenToAll("everyone whose data we may get must be able to read how we use it")]
public sealed class PrivacyPageModel(InstanceInfo instance) : IdeSlussPageModel
{
    public Municipality Municipality => instance.Municipality;

    public ContactWays Contact => instance.Branding.Contact;

    /// <summary>The nämnd that an idea belongs to when it comes in: the controller until it is moved.</summary>
    public string ReceivingAuthority { get; } = instance.Municipality.Authorities.First(authority => authority.Code == instance.Municipality.ReceivingAuthority).Name;
}
