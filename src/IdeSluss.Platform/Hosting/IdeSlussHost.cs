using Autofac;
using Autofac.Extensions.DependencyInjection;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Postgres;
using IdeSluss.Platform.Web;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Hosting;

/// <summary>The one way to make a running IdeSluss, for the program and for tests.</summary>
public static class IdeSlussHost
{
    /// <summary>The program: <c>migrate</c>, <c>admin create EMAIL</c>, <c>read-only on</c>, a command that a module or plugin declares, or nothing for running until stopped.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<IModule> modules)
    {
        try
        {
            switch (args)
            {
                case ["migrate", "--dry-run", ..]:
                    return await HostCommands.PlanAsync(args[2..], modules, Console.Out);
                case ["migrate", ..]:
                    await (await CreateAsync(args[1..], modules, HostCommands.Beside)).DisposeAsync();
                    Console.WriteLine("Databasen är uppdaterad.");
                    return 0;
                case ["admin", "create", var email, ..]:
                    return await HostCommands.CreateAdministratorAsync(email, args[3..], modules, Console.Out);
                case ["read-only", "on" or "off"]:
                    return await HostCommands.SetReadOnlyAsync(args[1] == "on", modules, Console.Out);
                case ["settings"]:
                    var (app, assembly, _) = Build([], modules, HostCommands.Beside, _ => { });
                    await using (app) Console.Write(SettingList.Write(assembly.Settings));
                    return 0;
                case ["backup" or "restore", ..]:
                    return await HostCommands.CopyAsync(args, modules, Console.Out, Console.Error);
                case ["migrate" or "admin" or "read-only", ..]:
                    Console.Error.WriteLine("Skriv: migrate | admin create E-POST | read-only on | read-only off");
                    return 2;
                case [var word, ..] when !word.StartsWith('-'):
                    return await HostCommands.RunAsync(args, modules, Console.Out, Console.Error);
                default:
                    await ServeAsync(args, modules);
                    return 0;
            }
        }
        catch (Exception error) when (error is StartUpException or RegistrationException or DatabaseUnreachableException or EmbeddedPostgresException)
        {
            // The message is written for the one who starts it; a stack trace would hide it.
            await Console.Error.WriteLineAsync(error.Message);
            return (error as StartUpException)?.ExitCode ?? 1;
        }
    }

    /// <summary>
    /// Composes, starts the database server, migrates and seeds, and builds the pipeline. The caller starts, stops and disposes it; nothing listens before that.
    /// </summary>
    /// <exception cref="StartUpException">The instance cannot run; the message tells why.</exception>
    /// <exception cref="RegistrationException">Modules declare what cannot work.</exception>
    public static Task<WebApplication> CreateAsync(string[] args, IReadOnlyList<IModule> modules, HostOverrides? overrides = null, CancellationToken cancellationToken = default) =>
        CreateAsync(args, modules, overrides, _ => { }, cancellationToken);

    /// <param name="composed">Called before the database is touched; what it throws stops the start.</param>
    internal static async Task<WebApplication> CreateAsync(string[] args, IReadOnlyList<IModule> modules, HostOverrides? overrides, Action<HostAssembly> composed, CancellationToken cancellationToken)
    {
        var (app, assembly, addresses) = Build(args, modules, overrides, composed);
        try
        {
            await app.Services.GetRequiredService<DatabaseServer>().StartAsync(cancellationToken);
            await app.Services.GetRequiredService<DatabasePreparation>().RunAsync(app.Services, cancellationToken);
            app.Services.GetRequiredService<Health.Readiness>().DatabaseIsPrepared();
            FilesFolder.Prepare(app.Services.GetRequiredService<FileStoreOptions>());
            Pipeline.Use(app);
            assembly.MapApis(app);
            foreach (var address in addresses) app.Urls.Add(address);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Composed, with nothing started and the database untouched.</summary>
    internal static (WebApplication App, HostAssembly Assembly, IReadOnlyList<string> Addresses) Build(string[] args, IReadOnlyList<IModule> modules, HostOverrides? overrides, Action<HostAssembly> composed)
    {
        var builder = NewBuilder(args, overrides);
        var addresses = ListeningAddresses.Of(builder.Configuration);
        var assembly = new HostAssembly(builder, modules, overrides);
        assembly.Compose();
        RefuseOpenDemo(builder.Configuration, addresses);
        composed(assembly);
        return (builder.Build(), assembly, addresses);
    }

    internal static WebApplicationBuilder NewBuilder(string[] args, HostOverrides? overrides)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Files are found beside the program, wherever it is started from. Watching them for changes would cost a file watcher per host in tests.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "IdeSluss.Host",
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
        });
        // A container gets its secrets as files: one for each setting, named as its environment variable would be.
        if (builder.Configuration["IdeSluss:SecretsFolder"] is { Length: > 0 } secrets) builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets), optional: false, reloadOnChange: false);
        if (overrides is not null) builder.Configuration.AddInMemoryCollection(overrides.Configuration);
        builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory());
        return builder;
    }

    /// <summary>Demo personas log in without a password. No setting lifts this.</summary>
    private static void RefuseOpenDemo(IConfiguration configuration, IReadOnlyList<string> addresses)
    {
        if (!configuration.GetValue("IdeSluss:Demo", false)) return;
        var open = addresses.Concat(ListeningAddresses.KestrelEndpoints(configuration)).Where(address => !ListeningAddresses.IsLoopback(address)).ToList();
        if (open.Count == 0) return;
        throw new StartUpException(
            $"Demoläget kan bara köras på den egna datorn: vem som helst kan logga in som vem som helst där. Adressen {string.Join(", ", open)} nås utifrån. "
            + "Lyssna på http://localhost:5080, eller stäng av demoläget (IdeSluss:Demo=false, ./idesluss run --no-demo).");
    }

    private static async Task ServeAsync(string[] args, IReadOnlyList<IModule> modules)
    {
        await using var app = await CreateAsync(args, modules);
        try
        {
            await app.StartAsync();
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartUpException($"Adressen {string.Join(", ", app.Urls)} är upptagen: något annat lyssnar redan där. Stäng av det, eller välj en annan port (./idesluss run --port N).", error);
        }

        foreach (var line in StartUpLines(app)) Console.WriteLine(line);
        await app.WaitForShutdownAsync();
    }

    private static IEnumerable<string> StartUpLines(WebApplication app)
    {
        var instance = app.Services.GetRequiredService<InstanceInfo>();
        var server = app.Services.GetRequiredService<DatabaseServer>();
        yield return "";
        yield return $"{instance.Branding.ServiceName}, {instance.Municipality.Name}: {string.Join(" ", app.Urls)}";
        yield return server.IsEmbedded
            ? "Databas: inbyggd PostgreSQL, för att prova och för små piloter (embedded: for trying out and small pilots)."
            : "Databas: den PostgreSQL som ConnectionStrings:IdeSluss pekar ut.";
        using var scope = app.Services.CreateScope();
        foreach (var line in scope.ServiceProvider.GetServices<IStartUpNotes>().SelectMany(notes => notes.Lines)) yield return line;
        yield return "Stäng av med Ctrl-C.";
    }
}
