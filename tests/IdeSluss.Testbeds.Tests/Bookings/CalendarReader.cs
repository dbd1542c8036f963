using System.Diagnostics;
using System.Text;
using System.Text.Json;
using IdeSluss.TestKit;

namespace IdeSluss.Testbeds.Tests.Bookings;

internal sealed record ReadCalendarFile(string Version, string Product, IReadOnlyList<ReadEvent> Events);

/// <param name="Start">A day, or an instant in UTC.</param>
internal sealed record ReadEvent(string Uid, string Summary, string? Location, int Sequence, bool AllDay, string Start, string End, string? Url, bool Stamped);

/// <summary>A calendar file as another program understands it: ical.js, which Thunderbird's calendar reads with too.</summary>
internal static class CalendarReader
{
    public static async Task<ReadCalendarFile> ReadAsync(string text)
    {
        var start = new ProcessStartInfo("node", ["Bookings/read-calendar.mjs"])
        {
            WorkingDirectory = Path.Combine(Checkout.Root, "tests", "IdeSluss.Testbeds.Tests"), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(text);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<ReadCalendarFile>(await output, JsonSerializerOptions.Web)!;
    }
}
