using System.Globalization;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using IdeSluss.Testbeds.Tests.Inventory;

namespace IdeSluss.Testbeds.Tests.Bookings;

/// <summary>The real host as a process of its own, killed with -9 while it hands out offers. The server is nobody's, and lives on.</summary>
public sealed class KilledHostTests(StandingHost host) : IClassFixture<StandingHost>
{
    private const int Units = 50;
    private const int Things = 6;

    // The process has the real clock.
    private static readonly string Day = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_host_that_is_killed_while_it_hands_out_offers_goes_on_where_it_was_and_asks_nobody_twice()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (slug, first) = await coach.ThingAsync("Kraschlabbet", Thing(1));
        List<string> things = [first];
        for (var number = 2; number <= Things; number++) things.Add(await coach.AddAsync(slug, Thing(number)));
        var taken = (await EverythingAsync(coach, things, wait: false)).IdOf();
        (await EverythingAsync(researcher, things, wait: true)).IdOf();
        Assert.Equal(Units * Things, await CountAsync("state = 'Waiting'"));

        await using (var killed = await StartAsync())
        {
            using var there = await LogInAsync(killed);
            var cancelling = CancelAsync(there, taken);
            await Eventually.TrueAsync(async () => cancelling.IsCompleted || await CountAsync("state = 'Offered'") > 3, "some offers to be made", TimeSpan.FromMinutes(2));
            await killed.KillAsync();
            await cancelling;
        }

        Assert.InRange(await CountAsync("state = 'Offered'"), 4, Units * Things - 1);
        await using var again = await StartAsync();
        using var late = await LogInAsync(again);
        // Whoever comes now is after those in line: the offers that were not made are made first, and nothing is left.
        Assert.Equal(409, (await late.HoursAsync(first, Day, "09:00", "10:00")).Status);
        Assert.Equal(409, (await EverythingAsync(late, things, wait: false)).Status);
        Assert.Equal((0, Units * Things, Units * Things), (await CountAsync("state = 'Waiting'"), await CountAsync("state = 'Offered'"), await CountAsync("state = 'Cancelled'")));
        Assert.Equal(Units * Things, await ScalarAsync("select count(distinct (resource_id, unit_number)) from testbeds.booking_item where state = 'Offered'"));
        Assert.Equal(0, await ScalarAsync("select count(*) from testbeds.booking_item item where state = 'Offered' and (select count(*) from testbeds.booking_log where item_id = item.id and step = 'Offered') <> 1"));
        Assert.Equal(Units * Things, await ScalarAsync("select count(*) from mail.message where subject = 'Det finns en ledig plats åt dig'"));
    }

    /// <summary>Without jobs, so that it is known who makes the offers.</summary>
    private Task<HostProcess> StartAsync() => HostProcess.Start(host.DataFolder, new Dictionary<string, string?>
    {
        ["ConnectionStrings:IdeSluss"] = host.Database.ConnectionString, ["IdeSluss:Demo"] = "true", ["IdeSluss:Jobs"] = "false",
    }).ReadyAsync();

    private static object Thing(int number) => new { name = $"Sensor {number}", kind = "Equipment", units = Units, bookedBy = "Hours", approval = "Never" };

    private static async Task<Visitor> LogInAsync(HostProcess process)
    {
        var visitor = process.Visitor();
        Assert.Equal(200, (await visitor.PostFormAsync("/logga-in", new { }, $"persona={Personas.AddressOf(Personas.Coach)}")).StatusCode);
        return visitor;
    }

    private static Task<(int Status, System.Text.Json.JsonElement Body)> EverythingAsync(Visitor visitor, IEnumerable<string> things, bool wait) => visitor.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings",
        new { fromDay = Day, fromTime = "09:00", toDay = Day, toTime = "10:00", waitIfTaken = wait, purpose = "Prov", items = things.Select(thing => new { resource = thing, units = Units }) });

    /// <summary>The answer does not come.</summary>
    private static async Task CancelAsync(Visitor visitor, string booking)
    {
        try
        {
            await visitor.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings/{booking}/cancellation", new { });
        }
        catch (HttpRequestException)
        {
        }
    }

    private Task<long> CountAsync(string which) => ScalarAsync($"select count(*) from testbeds.booking_item where resource_id in (select id from testbeds.bookable_resource where name like 'Sensor %') and {which}");

    private Task<long> ScalarAsync(string sql) => host.Database.QueryAsync<long>(sql);
}
