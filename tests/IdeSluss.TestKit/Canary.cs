using System.Diagnostics;
using System.Globalization;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.TestKit;

/// <summary>
/// A text that cannot be anywhere by chance. A test types it into a field and then asks where it has leaked to: logs, traces, mails, pages.
/// </summary>
public sealed class Canary : IDisposable
{
    private readonly ActivityListener listener;
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> traces = new();

    public Canary(string name = "kanariefågel")
    {
        Text = string.Create(CultureInfo.InvariantCulture, $"{name}{Guid.CreateVersion7():N}");
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Keep(activity),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public string Text { get; }

    /// <summary>Everywhere it must never be: what the host logged, its traces, and its mails. Empty when all is well.</summary>
    public IReadOnlyList<string> LeaksFrom(TestHost host) =>
    [
        .. host.Logs.Entries.Where(entry => entry.Contains(Text)).Select(entry => $"log {entry.Category}: {entry.Message}"),
        .. traces.Where(Holds).Select(trace => $"trace {trace}"),
        .. host.Mails.Files.Where(file => Holds(ReadMail(file))).Select(file => $"mail {Path.GetFileName(file)}"),
    ];

    public bool Holds(string text) => text.Contains(Text, StringComparison.OrdinalIgnoreCase);

    public void Dispose() => listener.Dispose();

    private static string ReadMail(string file)
    {
        var mail = MimeKit.MimeMessage.Load(file);
        return $"{mail.Headers} {mail.Subject} {mail.TextBody} {mail.HtmlBody}";
    }

    private void Keep(Activity activity)
    {
        var text = $"{activity.Source.Name} {activity.DisplayName} "
            + string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")) + " "
            + string.Join(' ', activity.Events.SelectMany(item => item.Tags.Select(tag => $"{tag.Key}={tag.Value}"))) + " "
            + string.Join(' ', activity.Baggage.Select(item => $"{item.Key}={item.Value}"));
        traces.Enqueue(Uri.UnescapeDataString(text));
        if (traces.Count > 100_000) traces.TryDequeue(out _);
    }
}
