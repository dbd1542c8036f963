namespace IdeSluss.Sdk.Composition;

/// <summary>How the instance looks and how people reach the municipality. Contrast is computed at registration; a failing brand is a plugin error.</summary>
/// <param name="ServiceName">The service's name in the header, for example <c>Idéslussen i Piteå</c>.</param>
/// <param name="Theme">Name of the theme built by the design system's CLI, for example <c>pitea</c>: <c>themes/{Theme}.css</c> below the plugin's <c>wwwroot</c>.</param>
/// <param name="Colors">Colour pairs the theme uses, checked 4.5:1 for text and 3:1 for controls (WCAG 2.1 1.4.3, 1.4.11).</param>
/// <param name="MarkSvg">A neutral mark as inline SVG with <c>aria-hidden</c>; never a coat of arms (lag 1970:498).</param>
/// <param name="Contact">Telephone and postal ways that the pages print.</param>
/// <param name="Languages">Interface languages as BCP 47 tags, the first is the default: <c>sv</c>, <c>en</c>.</param>
/// <param name="FooterLinks">Links to the municipality's own site.</param>
public sealed record Branding(
    string ServiceName,
    string Theme,
    IReadOnlyList<ColorPair> Colors,
    string MarkSvg,
    ContactWays Contact,
    IReadOnlyList<string> Languages,
    IReadOnlyList<FooterLink> FooterLinks);

/// <summary>Two colours that meet on a page, as <c>#rrggbb</c>.</summary>
/// <param name="Use">What they are used for; named in the error.</param>
/// <param name="Text">True when <paramref name="Foreground"/> is text (4.5:1), false for a control's boundary (3:1).</param>
public sealed record ColorPair(string Use, string Foreground, string Background, bool Text = true);

/// <summary>How to reach people. <paramref name="DutyPhone"/> is the number the form shows for serious irregularities in care; a live instance must name one.</summary>
/// <param name="Phone">The contact centre, as printed: <c>0911-69 60 00</c>.</param>
public sealed record ContactWays(string Phone, string? Email, string PostalAddress, string VisitingAddress, string DutyPhone);

public sealed record FooterLink(string Text, string Address);
