using System.Globalization;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

/// <summary>The form in which a test bed is described, the same for a new one and a known one.</summary>
internal abstract class TestbedForm(KeptTaxonomy kept, IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    private Taxonomy taxonomy = new([]);

    [BindProperty]
    public TestbedRecord Input { get; set; } = new();

    /// <summary>Latitude and longitude as one copies them from a map, always with a point: a browser in Swedish would send a comma.</summary>
    [BindProperty]
    public string? Position { get; set; }

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public IReadOnlyList<Choice> Terms(TermKind kind, IEnumerable<string> chosen) =>
        [.. taxonomy.All(kind).Where(term => term.Active || chosen.Contains(term.Code)).Select(term => new Choice(term.Code, Texts.Name(term)))];

    public IReadOnlyList<TaxonomyTerm> AccessibilityItems => [.. taxonomy.All(TermKind.Accessibility).Where(term => term.Active || Input.Accessibility.ContainsKey(term.Code))];

    public IReadOnlyList<Choice> YesNo => [new("true", Texts["Ja"]), new("false", Texts["Nej"]), new("", Texts["Vet inte"])];

    public IReadOnlyList<Choice> Words<T>(Func<T, string> name) where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), Texts[name(value)]))];

    protected async Task FillAsync(CancellationToken cancellationToken)
    {
        taxonomy = await kept.GetAsync(cancellationToken);
        Places = await PlaceChoices.OfAsync(organisation, cancellationToken, me.Scope(TestbedsPermissions.Manage));
        if (Position is null && Input.Latitude is { } latitude && Input.Longitude is { } longitude) Position = string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}");
    }

    /// <returns>False when what was typed is no place on a map.</returns>
    protected bool ReadPosition()
    {
        (Input.Latitude, Input.Longitude) = (null, null);
        if (string.IsNullOrWhiteSpace(Position)) return true;
        var parts = Position.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180)
        {
            (Input.Latitude, Input.Longitude) = (latitude, longitude);
            return true;
        }

        ModelState.AddModelError(nameof(Position), Texts["Läge på kartan: skriv latitud och longitud med punkt, till exempel 65.3173, 21.4794."]);
        return false;
    }
}
