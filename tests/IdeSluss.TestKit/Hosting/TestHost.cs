using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IdeSluss.Host;
using IdeSluss.Platform.Hosting;
using IdeSluss.TestKit.Databases;
using IdeSluss.TestKit.Outside;
using IdeSluss.TestKit.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IdeSluss.TestKit.Hosting;

/// <summary>
/// The real host with its real middleware on a free port, a database of its own and a data folder of its own. One per test class, as a class fixture:
/// <code>public sealed class HandInTests(TestHost host) : IClassFixture&lt;TestHost&gt;</code>
/// A class that needs other options derives: <code>public sealed class Skelleftea() : TestHost(new() { Municipality = "skelleftea" });</code>
/// </summary>
public class TestHost : IAsyncLifetime
{
    private readonly TestHostOptions options;
    private WebApplication? app;
    private TestDatabase? database;

    public TestHost()
        : this(new TestHostOptions())
    {
    }

    protected TestHost(TestHostOptions options)
    {
        this.options = options;
        if (options.ClockStandsAt is { } instant) FakeClock = new FakeTimeProvider(instant);
        Mails = new MailFolder(DataFolder);
    }

    /// <summary>Outside a class fixture, for a host whose options a test decides.</summary>
    public static async Task<TestHost> StartAsync(TestHostOptions options)
    {
        var host = new TestHost(options);
        await host.InitializeAsync();
        return host;
    }

    public Uri Address { get; private set; } = new("http://localhost");

    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), "idesluss-test-data", Guid.CreateVersion7().ToString("N"));

    public TestDatabase Database => database ?? throw NotStarted();

    public IServiceProvider Services => app?.Services ?? throw NotStarted();

    public CapturedLogs Logs { get; } = new();

    /// <summary>What was sent: without a mail server the host writes <c>.eml</c> files.</summary>
    public MailFolder Mails { get; }

    /// <summary>The clock that stands still until the test moves it; only with <see cref="TestHostOptions.ClockStandsAt"/>.</summary>
    public FakeTimeProvider Clock => FakeClock ?? throw new InvalidOperationException("This host runs on the real clock: set ClockStandsAt.");

    private FakeTimeProvider? FakeClock { get; }

    public virtual async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(DataFolder);
        database = options.EmptyDatabase
            ? await TestDatabase.CreateEmptyAsync()
            : await TestDatabase.CopyAsync($"{options.Municipality} {options.Demo} {options.ClockStandsAt:O} {string.Join(',', options.Without)}", FillAsync);
        await StartAsync();
    }

    /// <summary>An instance without demo takes in ideas first when someone can receive serious irregularities: names an invented person.</summary>
    public Task NameReceiverOfIrregularitiesAsync() => Database.ExecuteAsync(ReceiverOfIrregularities);

    public const string ReceiverOfIrregularities = """
        with receiver as (
            insert into people.person (id, display_name, language, is_active, is_demo, created_at, version, user_name, normalized_user_name, email, normalized_email, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            values (gen_random_uuid(), 'Mottagare Exempelsson', 'sv', true, false, now(), 0, 'mottagare@prov.example', 'MOTTAGARE@PROV.EXAMPLE', 'mottagare@prov.example', 'MOTTAGARE@PROV.EXAMPLE', true, false, false, true, 0)
            returning id)
        insert into people.role_assignment (id, person_id, role, valid_from, created_at) select gen_random_uuid(), id, 'QualityOfficer', '2020-01-01', now() from receiver
        """;

    /// <summary>Starts the host again on the same database and data, as after an upgrade or a crash.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (database is not null) await database.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Someone with a browser of their own, not logged in.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>Someone logged in as a demo persona (<see cref="Personas"/>), by the log-in page as a person would.</summary>
    public async Task<Visitor> LogInAsAsync(string persona)
    {
        var visitor = Visitor();
        await Personas.LogInAsync(visitor, persona);
        return visitor;
    }

    /// <summary>Runs code with the services of one request: <c>await host.InScopeAsync(services => …)</c>.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>Waits until every event has reached its consumers and every mail that is due has left. Parked ones fail the test at once.</summary>
    public Task MessagesSettledAsync() => Eventually.TrueAsync(
        async () =>
        {
            var parked = await Database.ListAsync<string>("select consumer || ': ' || coalesce(last_error, '') from messaging.delivery where parked_at is not null");
            if (parked.Count > 0) throw new InvalidOperationException($"Parked deliveries: {string.Join("; ", parked)}");
            var now = FakeClock?.GetUtcNow() ?? TimeProvider.System.GetUtcNow();
            var waiting = await Database.QueryAsync<long>(
                "select (select count(*) from messaging.delivery) + (select count(*) from mail.message where status = 'Queued' and not_before <= $1)", now.UtcDateTime);
            // Background loops sleep by the host's clock; one that stands still must be pushed.
            if (waiting > 0) FakeClock?.Advance(TimeSpan.FromMilliseconds(200));
            return waiting == 0;
        },
        "messages to settle");

    /// <summary>Moves the standing clock and waits for what that sets off.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await MessagesSettledAsync();
    }

    private async Task StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
            app = await CreateAsync(options.Through?.Invoke(Database.ConnectionString) ?? Database.ConnectionString, background: true);
            try
            {
                await app.StartAsync();
                return;
            }
            catch (IOException) when (attempt < 5)
            {
                // Another process took the port in between.
                await StopAsync();
            }
        }
    }

    private async Task StopAsync()
    {
        if (app is null) return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Migrates and seeds, without serving: the template that test classes copy.</summary>
    private async Task FillAsync(string connectionString)
    {
        await using var filling = await CreateAsync(connectionString, background: false);
    }

    private Task<WebApplication> CreateAsync(string connectionString, bool background)
    {
        var settings = new Dictionary<string, string?>
        {
            ["urls"] = Address.ToString().TrimEnd('/'),
            ["ConnectionStrings:IdeSluss"] = connectionString,
            ["IdeSluss:Municipality"] = options.Municipality,
            ["IdeSluss:PluginFolder"] = Checkout.PluginFolder,
            ["IdeSluss:DataFolder"] = DataFolder,
            ["IdeSluss:Demo"] = options.Demo ? "true" : "false",
            ["IdeSluss:PublicAddress"] = Address.ToString().TrimEnd('/'),
            ["IdeSluss:Jobs"] = options.Jobs && background ? "true" : "false",
            ["IdeSluss:Background"] = background ? "true" : "false",
            // A test looks at what it has just written, also behind the product's back; that pages are kept has tests of its own.
            ["IdeSluss:KeptPages:Seconds"] = "0",
            ["IdeSluss:Messaging:Poll"] = "00:00:00.100",
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
        };
        foreach (var limit in new[] { "global", "write", "secret" })
        {
            settings[$"IdeSluss:RateLimits:{limit}:Permits"] = "1000000";
            settings[$"IdeSluss:RateLimits:{limit}:Seconds"] = "1";
        }

        foreach (var (name, value) in options.Settings) settings[name] = value;
        return IdeSlussHost.CreateAsync([], [.. ModuleList.All.Where(module => !options.Without.Contains(module.Name)), .. options.ExtraModules], new HostOverrides
        {
            Configuration = settings,
            Services = services =>
            {
                services.AddLogging(logging => logging.ClearProviders().AddProvider(Logs));
                if (FakeClock is not null) services.Replace(ServiceDescriptor.Singleton<TimeProvider>(FakeClock));
            },
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static InvalidOperationException NotStarted() => new("The host is not started: use it as a class fixture, or TestHost.StartAsync.");
}

/// <summary>A host of Skellefteå.</summary>
public sealed class SkellefteaHost() : TestHost(new TestHostOptions { Municipality = "skelleftea" });
