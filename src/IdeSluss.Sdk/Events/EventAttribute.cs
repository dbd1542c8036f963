namespace IdeSluss.Sdk.Events;

/// <summary>
/// The explicit, versioned name of an event: <c>{module}.{what-happened}.v{n}</c>. The record may be renamed, the name may not.
/// An event carries ids, codes and times, never personal text: it ends in logs, other modules and webhooks.
/// </summary>
/// <example><code>[Event("ideas.idea-submitted.v1")] public sealed record IdeaSubmitted(Guid IdeaId, string CaseNumber, DateTimeOffset At);</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <exception cref="InvalidOperationException">The type has no <see cref="EventAttribute"/>.</exception>
    public static string NameOf(Type type) =>
        Attribute.GetCustomAttribute(type, typeof(EventAttribute)) is EventAttribute attribute
            ? attribute.Name
            : throw new InvalidOperationException($"{type.FullName} is published as an event but has no [Event(\"module.what-happened.v1\")].");
}

/// <summary>Reacts to an event. A failing handler is retried with growing pauses, then parked and shown at <c>/admin</c>; it is never dropped.</summary>
public interface IEventHandler<in TEvent> where TEvent : class
{
    Task HandleAsync(TEvent message, Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>The circumstances of one delivery.</summary>
/// <param name="EventId">Same at every attempt: the idempotency key for calls to the outside.</param>
/// <param name="Stream">Deliveries of one stream reach one consumer in order.</param>
/// <param name="OccurredAt">UTC.</param>
/// <param name="Attempt">1 at the first try.</param>
public sealed record Delivery(Guid EventId, Guid Stream, DateTimeOffset OccurredAt, int Attempt);
