using System.Text.Json;
using IdeSluss.TestKit.Web;
using IdeSluss.Testbeds.Tests.Inventory;

namespace IdeSluss.Testbeds.Tests.Bookings;

/// <summary>What tests of bookings do again and again.</summary>
internal static class Booking
{
    public const string Api = "/api/v1/testbeds";

    /// <summary>A published test bed with one thing, booked by the hour and without approval unless it is said.</summary>
    public static async Task<(string Slug, string Thing)> ThingAsync(this Visitor coach, string name, object? thing = null, string unit = "SOC-AO-SB1")
    {
        var slug = await coach.DescribedAsync(name, unit);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/inventory/{slug}/publication", new { })).Status);
        return (slug, await coach.AddAsync(slug, thing ?? new { name = "Rummet", kind = "Room", units = 1, bookedBy = "Hours", approval = "Never" }));
    }

    public static async Task<string> AddAsync(this Visitor coach, string slug, object thing)
    {
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Api}/inventory/{slug}/resources", thing);
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    public static Task<(int Status, JsonElement Body)> BookAsync(this Visitor visitor, string fromDay, string? fromTime, string? toDay, string? toTime, bool wait, params string[] things) =>
        visitor.JsonAsync(HttpMethod.Post, $"{Api}/bookings", new { fromDay, fromTime, toDay, toTime, waitIfTaken = wait, purpose = "Prov", items = things.Select(thing => new { resource = thing }) });

    public static Task<(int Status, JsonElement Body)> HoursAsync(this Visitor visitor, string thing, string day, string from, string to, bool wait = false) => visitor.BookAsync(day, from, day, to, wait, thing);

    public static string IdOf(this (int Status, JsonElement Body) booked)
    {
        Assert.True(booked.Status == 201, booked.Body.ToString());
        return booked.Body.GetProperty("id").GetString()!;
    }

    public static async Task<JsonElement> ReadAsync(this Visitor visitor, string booking) => (await visitor.JsonAsync(HttpMethod.Get, $"{Api}/bookings/{booking}")).Body;

    public static async Task<(string Id, string State)> OnlyItemAsync(this Visitor visitor, string booking)
    {
        var item = (await visitor.ReadAsync(booking)).GetProperty("items")[0];
        return (item.GetProperty("id").GetString()!, item.GetProperty("state").GetString()!);
    }

    public static async Task<int> StepAsync(this Visitor visitor, string item, string step, object? body = null, params (string Name, string Value)[] headers) =>
        (await visitor.JsonAsync(HttpMethod.Post, $"{Api}/bookings/items/{item}/{step}", body ?? new { }, headers)).Status;
}
