namespace IdeSluss.Sdk.Composition;

/// <summary>What the running instance is; registered once by the host for pages and handlers.</summary>
/// <param name="Slug">The municipality plugin's slug.</param>
/// <param name="IsDemo">True when demo personas and content exist: a banner says so on every page.</param>
/// <param name="PublicAddress">The address people reach the site by, without trailing slash; used in mail.</param>
public sealed record InstanceInfo(string Slug, Municipality Municipality, Branding Branding, bool IsDemo, string PublicAddress);
