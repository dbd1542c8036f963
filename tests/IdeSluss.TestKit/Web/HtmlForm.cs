using System.Net;
using System.Text.RegularExpressions;

namespace IdeSluss.TestKit.Web;

/// <summary>A form as a browser without script sees it: where it goes and what it would send if nobody touched it.</summary>
public sealed partial class HtmlForm
{
    private readonly List<(string Name, string Value)> fields = [];

    private HtmlForm(string action, string method)
    {
        Action = action;
        Method = method;
    }

    /// <summary>Empty means the page's own address.</summary>
    public string Action { get; }

    public string Method { get; }

    /// <summary>What is sent untouched, in the page's order: hidden fields and the antiforgery token too.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields => fields;

    /// <summary>Every name one could send, ticked or not.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<FormButton> Buttons { get; private set; } = [];

    public static IReadOnlyList<HtmlForm> In(string html) =>
        [.. FormElement().Matches(html).Select(match => Parse(match.Groups["attributes"].Value, match.Groups["content"].Value))];

    private static HtmlForm Parse(string attributes, string content)
    {
        var form = new HtmlForm(Attribute(attributes, "action") ?? "", (Attribute(attributes, "method") ?? "get").ToLowerInvariant());
        var buttons = new List<FormButton>();
        foreach (Match control in Control().Matches(content))
        {
            var own = control.Groups["attributes"].Value;
            var name = Attribute(own, "name") ?? "";
            if (control.Groups["button"].Success)
            {
                if (Attribute(own, "type") is null or "submit")
                    buttons.Add(new FormButton(name, Attribute(own, "value") ?? "", Text(control.Groups["inner"].Value), Attribute(own, "formaction")));
                continue;
            }

            if (name.Length == 0 || Has(own, "disabled")) continue;
            form.Names.Add(name);
            if (control.Groups["textarea"].Success)
                form.fields.Add((name, WebUtility.HtmlDecode(control.Groups["inner"].Value).TrimStart('\r', '\n')));
            else if (control.Groups["select"].Success)
                form.AddSelected(name, control.Groups["inner"].Value);
            else
                form.AddInput(name, own, buttons);
        }

        form.Buttons = buttons;
        return form;
    }

    private void AddInput(string name, string attributes, List<FormButton> buttons)
    {
        var type = Attribute(attributes, "type") ?? "text";
        switch (type)
        {
            case "submit":
                buttons.Add(new FormButton(name, Attribute(attributes, "value") ?? "", Attribute(attributes, "value") ?? "", Attribute(attributes, "formaction")));
                break;
            case "checkbox" or "radio":
                if (Has(attributes, "checked")) fields.Add((name, Attribute(attributes, "value") ?? "on"));
                break;
            case "file" or "button" or "reset" or "image":
                break;
            default:
                fields.Add((name, Attribute(attributes, "value") ?? ""));
                break;
        }
    }

    private void AddSelected(string name, string inner)
    {
        var options = Option().Matches(inner);
        var selected = options.FirstOrDefault(option => Has(option.Groups["attributes"].Value, "selected")) ?? options.FirstOrDefault();
        if (selected is not null) fields.Add((name, Attribute(selected.Groups["attributes"].Value, "value") ?? Text(selected.Groups["inner"].Value)));
    }

    private static string? Attribute(string attributes, string name)
    {
        var match = Regex.Match(attributes, $"""(?:^|\s){Regex.Escape(name)}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", RegexOptions.IgnoreCase);
        return match.Success ? WebUtility.HtmlDecode(match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value) : null;
    }

    private static bool Has(string attributes, string name) =>
        Regex.IsMatch(Quoted().Replace(attributes, "=x"), $@"(?:^|\s){Regex.Escape(name)}(?:[\s=/]|$)", RegexOptions.IgnoreCase);

    private static string Text(string html) => Page.TextOf(html);

    [GeneratedRegex("""<form\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?<content>.*?)</form>""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex(
        """
        <(?:(?<textarea>textarea)\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?<inner>.*?)</textarea>|(?<select>select)\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?<inner>.*?)</select>|(?<button>button)\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?<inner>.*?)</button>|input\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>)
        """,
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("""<option\b(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?<inner>[^<]*)""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Option();

    [GeneratedRegex("""=\s*(?:"[^"]*"|'[^']*')""")]
    private static partial Regex Quoted();
}

public sealed record FormButton(string Name, string Value, string Text, string? Action);
