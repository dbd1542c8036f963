using System.Collections.Concurrent;
using System.Text.Json;
using IdeSluss.Platform.Composition;
using IdeSluss.Sdk.Events;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Messaging;

/// <summary>Calls a subscription's handler with its typed event.</summary>
internal static class HandlerCall
{
    private delegate Task Call(object handler, string payload, Delivery delivery, CancellationToken cancellationToken);

    private static readonly ConcurrentDictionary<Type, Call> Calls = new();

    public static Task RunAsync(IServiceProvider scope, Subscription subscription, ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        var handler = ActivatorUtilities.GetServiceOrCreateInstance(scope, subscription.HandlerType);
        var call = Calls.GetOrAdd(subscription.EventType, type => typeof(HandlerCall)
            .GetMethod(nameof(RunTyped), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type)
            .CreateDelegate<Call>());
        return call(handler, claimed.Payload, new Delivery(claimed.EventId, claimed.Stream, claimed.OccurredAt, claimed.Attempt), cancellationToken);
    }

    private static Task RunTyped<TEvent>(object handler, string payload, Delivery delivery, CancellationToken cancellationToken) where TEvent : class =>
        ((IEventHandler<TEvent>)handler).HandleAsync(
            JsonSerializer.Deserialize<TEvent>(payload, EventCatalogue.Json) ?? throw new JsonException("The event is null."), delivery, cancellationToken);
}
