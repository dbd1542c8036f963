using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace IdeSluss.TestKit.Web;

/// <summary>Someone with a browser of their own but no script: keeps cookies, follows redirects, fills in forms.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpMessageHandler handler;

    /// <param name="replicas">With several, each request goes to the next, as behind a proxy without sticky sessions.</param>
    public Visitor(params Uri[] replicas)
    {
        handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true, MaxAutomaticRedirections = 5, AutomaticDecompression = DecompressionMethods.All };
        if (replicas.Length > 1) handler = new TakingTurns(replicas, handler);
        Http = new HttpClient(handler) { BaseAddress = replicas[0], Timeout = TimeSpan.FromSeconds(100) };
        Http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("sv"));
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>For what the methods here do not cover; it has this visitor's cookies.</summary>
    public HttpClient Http { get; }

    public async Task<Page> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        return await SendAsync(request);
    }

    /// <summary>Calls the API: JSON in, JSON or problem details out.</summary>
    public async Task<HttpResponseMessage> ApiAsync(HttpMethod method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.ParseAdd("application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await Http.SendAsync(request);
    }

    /// <summary>Opens <paramref name="address"/>, fills in the form that has the fields and sends it: what a browser does, token and untouched fields included.</summary>
    /// <param name="button">Text, or <c>name=value</c>, of the button to press; needed when a form has several that differ.</param>
    public async Task<Page> PostFormAsync(string address, object fields, string? button = null) =>
        await SubmitAsync(await GetAsync(address), fields, button);

    /// <inheritdoc cref="PostFormAsync(string, object, string?)"/>
    public async Task<Page> PostFormAsync(string address, IEnumerable<(string Name, string Value)> fields, string? button = null) =>
        await SubmitAsync(await GetAsync(address), fields, button);

    /// <summary>Fills in a form of a page that is already open. <paramref name="fields"/> is an anonymous object; names may be given in any case.</summary>
    public Task<Page> SubmitAsync(Page page, object fields, string? button = null) =>
        SubmitAsync(page, fields.GetType().GetProperties().Select(property => (property.Name, Value: property.GetValue(fields)))
            .Where(field => field.Value is not null).Select(field => (field.Name, field.Value!.ToString()!)), button);

    /// <inheritdoc cref="SubmitAsync(Page, object, string?)"/>
    public async Task<Page> SubmitAsync(Page page, IEnumerable<(string Name, string Value)> fields, string? button = null)
    {
        var given = fields.ToList();
        var form = Choose(page, given, button);
        var content = form.Fields.Where(field => !given.Any(own => IsSameField(form, own.Name, field.Name))).Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        content.AddRange(given.Select(own => KeyValuePair.Create(form.Names.FirstOrDefault(name => IsSameField(form, own.Name, name)) ?? own.Name, own.Value)));
        var pressed = Find(form, button) ?? (button is null && form.Buttons.Count > 0 ? form.Buttons[0] : null);
        if (pressed is { Name.Length: > 0 }) content.Add(KeyValuePair.Create(pressed.Name, pressed.Value));
        var action = pressed?.Action ?? form.Action;
        // A place on the page is the page itself.
        var target = action is "" or ['#', ..] ? page.Address : action;
        if (form.Method == "get")
            return await GetAsync(target.Split('?')[0] + "?" + string.Join('&', content.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(content) };
        request.Headers.Accept.ParseAdd("text/html");
        return await SendAsync(request);
    }

    /// <summary>Posts fields as they are, without opening a page first: a forged or repeated request.</summary>
    public async Task<Page> PostRawAsync(string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await SendAsync(request);
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using var answer = await Http.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, await answer.Content.ReadAsStringAsync(), headers);
    }

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }

    private static HtmlForm Choose(Page page, List<(string Name, string Value)> given, string? button)
    {
        var forms = page.Forms;
        var fitting = forms
            .Where(form => button is null || Find(form, button) is not null)
            .Where(form => given.All(own => form.Names.Any(name => IsSameField(form, own.Name, name))))
            .OrderByDescending(form => form.Method == "post")
            .ToList();
        return fitting.Count > 0
            ? fitting[0]
            : throw new InvalidOperationException(
                $"{page.Address} ({page.StatusCode}) has no form with the fields {string.Join(", ", given.Select(own => own.Name))}{(button is null ? "" : $" and the button {button}")}. It has: "
                + string.Join("; ", forms.Select(form => $"[{form.Method} {form.Action}: {string.Join(", ", form.Names)} | {string.Join(", ", form.Buttons.Select(item => item.Text))}]"))
                + Environment.NewLine + page.Text);
    }

    /// <summary>A bare name fits a bound one: <c>Text</c> is <c>Input.Text</c>.</summary>
    private static bool IsSameField(HtmlForm form, string given, string name) =>
        string.Equals(given, name, StringComparison.OrdinalIgnoreCase)
        || (!form.Names.Contains(given) && name.EndsWith("." + given, StringComparison.OrdinalIgnoreCase));

    private static FormButton? Find(HtmlForm form, string? button) =>
        button is null ? null
        : form.Buttons.FirstOrDefault(item => item.Text == button)
            ?? form.Buttons.FirstOrDefault(item => $"{item.Name}={item.Value}" == button || item.Value == button)
            ?? form.Buttons.FirstOrDefault(item => item.Text.Contains(button, StringComparison.OrdinalIgnoreCase));

    private sealed class TakingTurns(Uri[] replicas, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int turn = -1;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var next = replicas[(int)((uint)Interlocked.Increment(ref turn) % (uint)replicas.Length)];
            request.RequestUri = new UriBuilder(request.RequestUri!) { Host = next.Host, Port = next.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
