using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using IdeSluss.Platform.Composition;

namespace IdeSluss.Platform.Messaging;

/// <summary>The declared events and who listens to them.</summary>
internal sealed class EventCatalogue(Contributions contributions)
{
    /// <summary>How events are written; approved samples hold it still.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly FrozenDictionary<Type, string> names = contributions.Events.ToFrozenDictionary(declared => declared.EventType, declared => declared.Name);

    private readonly ILookup<string, Subscription> byEvent = contributions.Subscriptions.ToLookup(subscription => subscription.EventName);

    private readonly FrozenDictionary<string, Subscription> byConsumer = contributions.Subscriptions.ToFrozenDictionary(subscription => subscription.Consumer);

    /// <summary>The consumers that this process can serve.</summary>
    public string[] Consumers { get; } = [.. contributions.Subscriptions.Select(subscription => subscription.Consumer)];

    /// <exception cref="InvalidOperationException">No module or plugin has declared the event.</exception>
    public string NameOf(Type eventType) => names.GetValueOrDefault(eventType)
        ?? throw new InvalidOperationException($"{eventType.FullName} is published, but nobody declares it: add Publishes<{eventType.Name}>() to the Compose of the module that owns it.");

    public IEnumerable<Subscription> Listeners(string eventName) => byEvent[eventName];

    public Subscription SubscriptionOf(string consumer) => byConsumer[consumer];
}
