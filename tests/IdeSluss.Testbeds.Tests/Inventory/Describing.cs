using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Testbeds.Tests.Inventory;

/// <summary>What tests of the inventory do again and again.</summary>
internal static class Describing
{
    public static object Record(string name, string unit, string? status = null) => new
    {
        name, shortDescription = "Ett rum för prov.", unit, kind = "Lab", access = "Open", status = status ?? "Active", capabilities = new[] { "MEALS" }, targetGroups = new[] { "OLDER" }, contactRole = "Enhetschef",
        contactEmail = "kontakt@exempel.se", policyNumber = "POL-1", secrecy = "SocialServices", accessibility = new Dictionary<string, bool?> { ["LIFT"] = true, ["QUIET_ROOM"] = false }, equipment = new[] { "Våg", "Ugn" },
    };

    public static async Task<string> DescribedAsync(this Visitor visitor, string name, string unit = "SOC-AO-SB1")
    {
        using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/testbeds/inventory", Record(name, unit));
        Assert.True((int)answer.StatusCode == 201, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("slug").GetString()!;
    }

    public static async Task<(int Status, JsonElement Body)> JsonAsync(this Visitor visitor, HttpMethod method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await visitor.ApiAsync(method, address, body, headers);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    /// <summary>What a call without body says, so that the cookie counts.</summary>
    public static readonly (string Name, string Value) OwnHeader = ("X-IdeSluss", "api");

    public static Task<string> UnitOfNeedOwnerAsync(this TestHost host) => host.Database.QueryAsync<string>(
        "select u.code from people.org_unit u join people.role_assignment a on a.unit_id = u.id join people.person p on p.id = a.person_id where p.email = $1 limit 1", Personas.AddressOf(Personas.NeedOwner));
}
