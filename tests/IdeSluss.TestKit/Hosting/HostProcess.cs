using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IdeSluss.TestKit.Web;

namespace IdeSluss.TestKit.Hosting;

/// <summary>The host as a process of its own, the way <c>./idesluss run</c> starts it: for tests of starting, stopping and being killed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> output = new();
    private readonly Process process;

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string Output => string.Join(Environment.NewLine, output);

    /// <param name="settings">Configuration, for example <c>ConnectionStrings:IdeSluss</c>; the municipality is Piteå unless it says otherwise.</param>
    public static HostProcess Start(string dataFolder, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var port = FreePort();
        var dll = Path.Combine(Checkout.OutputOf("IdeSluss.Host"), "IdeSluss.Host.dll");
        List<string> all = arguments.Length > 0 ? [dll, .. arguments] : [dll, "--urls", $"http://localhost:{port}"];
        var start = new ProcessStartInfo("dotnet", all)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(dll),
        };
        // As the entry script does, which says why.
        start.Environment["DOTNET_GCgen0size"] = "0x1000000";
        start.Environment["IdeSluss__Municipality"] = "pitea";
        start.Environment["IdeSluss__DataFolder"] = dataFolder;
        start.Environment["IdeSluss__PluginFolder"] = Checkout.PluginFolder;
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var host = new HostProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."), new Uri($"http://localhost:{port}"));
        host.process.OutputDataReceived += (_, line) => host.Keep(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    public async Task<HostProcess> ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.TrueAsync(
            async () =>
            {
                if (process.HasExited) throw new InvalidOperationException($"The host ended with {process.ExitCode}:{Environment.NewLine}{Output}");
                try
                {
                    using var answer = await http.GetAsync("/health/ready");
                    return answer.StatusCode == HttpStatusCode.OK;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "the host to be ready",
            TimeSpan.FromMinutes(5));
        return this;
    }

    public Visitor Visitor() => new(Address);

    /// <summary>Someone of the demo, with a session of their own.</summary>
    public async Task<Visitor> LogInAsAsync(string persona)
    {
        var visitor = Visitor();
        await Personas.LogInAsync(visitor, persona);
        return visitor;
    }

    /// <summary>As <c>kill -9</c>: nothing gets a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As Ctrl-C or an orchestrator's stop.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await EndedAsync();
    }

    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return process.ExitCode;
    }

    /// <summary>Proportional set size: the memory this process adds to the machine, in bytes.</summary>
    public long MemoryInUse() => MemoryOf(process.Id);

    internal static long MemoryOf(int processId) =>
        File.ReadLines($"/proc/{processId}/smaps_rollup").Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024).Single();

    /// <summary>Ends as an orchestrator would, so that an embedded server is gone too and its folder can be removed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await StopAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null) output.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
