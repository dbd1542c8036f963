using System.Net;
using IdeSluss.Platform.Audit;
using IdeSluss.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Platform.Backup;

/// <summary>Whether an instance that was restored works: the audit chain holds, every file is whole, and pages are answered.</summary>
internal static class RestoredChecks
{
    private static readonly string[] Pages = ["/health/ready", "/"];

    /// <returns>One line for each check.</returns>
    public static async Task<IReadOnlyList<(bool Well, string Line)>> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var lines = new List<(bool, string)>();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var chain = await scope.ServiceProvider.GetRequiredService<AuditAdmin>().VerifyAsync(cancellationToken);
            lines.Add(chain.Holds ? (true, $"Granskningsloggen är hel: {chain.Checked} förseglade rader.") : (false, $"Granskningsloggen är bruten vid rad {chain.BrokenAt}."));
            var (whole, damaged) = await ActivatorUtilities.CreateInstance<VerifyFiles>(scope.ServiceProvider).RunThroughAsync(cancellationToken);
            lines.Add(damaged == 0 ? (true, $"Filer som är hela: {whole}.") : (false, $"Filer som saknas eller är skadade: {damaged} av {whole + damaged}. De står på /admin/filer."));
        }

        await app.StartAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var page in Pages)
        {
            using var answer = await http.GetAsync(page, cancellationToken);
            lines.Add((answer.StatusCode == HttpStatusCode.OK, $"{page} svarar {(int)answer.StatusCode}."));
        }

        await app.StopAsync(cancellationToken);
        return lines;
    }
}
