namespace IdeSluss.Testbeds.Contracts;

/// <summary>An invented test bed for an instance with demo content, offered by a plugin with <c>Provide</c>. It is marked as an example wherever it is shown.</summary>
/// <param name="Resources">What can be booked there.</param>
/// <param name="Picture">Shown until the office has a picture of its own.</param>
/// <param name="ConfirmedDaysAgo">When somebody last said that it is right; null when nobody has.</param>
/// <example><code>plugin.Provide(new TestbedExample(new TestbedRecord { Name = "Visningslägenheten", … }, [new("Vardagsrummet", ResourceKind.Room)]));</code></example>
public sealed record TestbedExample(TestbedRecord Record, IReadOnlyList<ResourceExample> Resources, int? ConfirmedDaysAgo = 30, ExamplePicture? Picture = null);

/// <summary>A drawn picture among the plugin's own files.</summary>
/// <param name="File">Below <c>wwwroot</c>, for example <c>testbeds/flat.svg</c>; 960 wide and 640 high.</param>
/// <param name="Description">What it shows, in Swedish, for those who do not see it.</param>
public sealed record ExamplePicture(string File, string Description);

/// <param name="Units">How many can be booked at once.</param>
public sealed record ResourceExample(string Name, ResourceKind Kind, int Units = 1, BookingUnit BookedBy = BookingUnit.Days, ApprovalPolicy Approval = ApprovalPolicy.Always);
