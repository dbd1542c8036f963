using IdeSluss.Sdk.Events;

namespace IdeSluss.People.Contracts;

/// <summary>An account was closed and its sessions ended: whoever holds work assigned to the person should hand it on. Stream: the person's id.</summary>
/// <param name="At">UTC.</param>
[Event("people.person-deactivated.v1")]
public sealed record PersonDeactivated(Guid PersonId, DateTimeOffset At);
