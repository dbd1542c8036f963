using IdeSluss.Sdk.Composition;

namespace IdeSluss.Ui.Features.Ui.Accessibility;

/// <summary>How far the service meets the law; exactly these three (DIGG's rules): helt, delvis or inte förenlig.</summary>
public enum Conformity
{
    Full,
    Partial,
    None,
}

/// <param name="Situation">Who is affected, in words: "Du som använder skärmläsare".</param>
public sealed record KnownIssue(string Situation, string What, string Why);

/// <summary>
/// The accessibility statement as data, with the eleven items that lag 2018:1937 and DIGG's rules ask for. A municipality's plugin may provide its own
/// with <c>plugin.Provide(statement)</c>. All texts are Swedish and the keys of their translations.
/// </summary>
public sealed record AccessibilityStatement
{
    /// <summary>1. Name of the public actor.</summary>
    public required string Actor { get; init; }

    /// <summary>2. Name of the digital service.</summary>
    public required string Service { get; init; }

    /// <summary>3. Null counts as missing.</summary>
    public required Conformity? Conformity { get; init; }

    /// <summary>4. What is not accessible and why; an empty list only for a service that is fully conforming.</summary>
    public required IReadOnlyList<KnownIssue> Issues { get; init; }

    /// <summary>5. Date of assessment.</summary>
    public required DateOnly? AssessedOn { get; init; }

    /// <summary>6. Date of the last update of the statement.</summary>
    public required DateOnly? UpdatedOn { get; init; }

    /// <summary>7. How it was assessed, and by whom.</summary>
    public required string Method { get; init; }

    /// <summary>8. Where to report or ask for something in another form; the page has the form below.</summary>
    public required string MessageWay { get; init; }

    /// <summary>9. DIGG's report function.</summary>
    public required string SupervisorAddress { get; init; }

    /// <summary>10. What is exempted as oskäligt betungande (12 §), with reasons; or that nothing is.</summary>
    public required string UnreasonableBurden { get; init; }

    /// <summary>11. What lies outside the law (9 §); or that nothing does.</summary>
    public required string OutsideTheLaw { get; init; }

    /// <summary>The numbers of items that are empty. Such a statement is not published.</summary>
    public IReadOnlyList<int> Missing()
    {
        var missing = new List<int>();
        void Need(int item, bool given)
        {
            if (!given) missing.Add(item);
        }

        Need(1, !string.IsNullOrWhiteSpace(Actor));
        Need(2, !string.IsNullOrWhiteSpace(Service));
        Need(3, Conformity is not null);
        Need(4, Issues.Count > 0 ? Issues.All(issue => !string.IsNullOrWhiteSpace(issue.What) && !string.IsNullOrWhiteSpace(issue.Why)) : Conformity == Accessibility.Conformity.Full);
        Need(5, AssessedOn is not null);
        Need(6, UpdatedOn is not null);
        Need(7, !string.IsNullOrWhiteSpace(Method));
        Need(8, !string.IsNullOrWhiteSpace(MessageWay));
        Need(9, !string.IsNullOrWhiteSpace(SupervisorAddress));
        Need(10, !string.IsNullOrWhiteSpace(UnreasonableBurden));
        Need(11, !string.IsNullOrWhiteSpace(OutsideTheLaw));
        return missing;
    }

    /// <summary>What is true of the product as delivered; a municipality replaces it after its own assessment.</summary>
    public static AccessibilityStatement Of(InstanceInfo instance) => new()
    {
        Actor = instance.Municipality.Name,
        Service = instance.Branding.ServiceName,
        Conformity = Accessibility.Conformity.Partial,
        Issues =
        [
            new("Du som använder skärmläsare", "Idéer som människor har skrivit kan sakna rubriker och kan vara på ett annat språk än sidan säger.", "Vi ändrar inte i det som någon har skrivit. Idécoachen kan göra en lättare version."),
            new("Du som använder skärmläsare eller röststyrning", "Tjänsten är inte provad av människor med alla hjälpmedel.", "Proven hittills är automatiska och med tangentbord. Prov med användare återstår."),
            new("Du som behöver lättläst", "Bara delar av texterna finns på lättläst svenska.", "De andra texterna är skrivna på klarspråk men är inte omarbetade än."),
        ],
        AssessedOn = new DateOnly(2026, 11, 23),
        UpdatedOn = new DateOnly(2026, 11, 23),
        Method = "Självskattning: automatiska prov av varje sida (axe, reglerna i WCAG 2.1 AA och 2.2 AA), prov med enbart tangentbord och i smala fönster. Ingen utomstående har granskat tjänsten.",
        MessageWay = "Skriv till oss i formuläret längre ner på sidan, eller ring.",
        SupervisorAddress = "https://www.digg.se/tdosanmalan",
        UnreasonableBurden = "Vi har inte undantagit något som oskäligt betungande.",
        OutsideTheLaw = "Inget innehåll som vi känner till ligger utanför lagen.",
    };
}
