using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Forms;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace IdeSluss.Plugins.Tests.Content;

/// <summary>What a municipality's plugin declared, as the running host holds it.</summary>
internal sealed class DeclaredContent(TestHost host)
{
    // All themes must have the same custom colours, or a page that names one has no colour in the other municipality.
    private static readonly string[] ColorNames = ["accent", "brand"];

    private Municipality Municipality => host.Services.GetRequiredService<InstanceInfo>().Municipality;

    public T Only<T>() where T : class => Assert.Single(host.Services.GetServices<T>());

    public void IsMunicipality(string code, string name, string organisationNumber, int authorities)
    {
        Assert.Equal((code, name, organisationNumber), (Municipality.Code, Municipality.Name, Municipality.OrganisationNumber));
        Assert.Equal(authorities, Municipality.Authorities.Count);
    }

    public void OrganisationHangsTogether()
    {
        Assert.Contains(Municipality.Authorities, authority => authority.Code == Municipality.ReceivingAuthority);
        var codes = UnitCodes();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(Municipality.Authorities, authority => Assert.NotEmpty(authority.Units));
        foreach (var workflow in host.Services.GetRequiredService<IWorkflowRegistry>().All) Assert.All(workflow.AppliesToUnits, unit => Assert.Contains(unit, codes));
    }

    public void HasChannel(string code, string name)
    {
        var channel = Assert.Single(host.Services.GetServices<IntakeChannel>(), channel => channel.Code == code);
        Assert.Equal(name, channel.Name);
        Assert.True(channel.OnBehalf);
    }

    public WorkflowDefinition Variant(string key)
    {
        var workflow = host.Services.GetRequiredService<IWorkflowRegistry>().Current(key);
        Assert.NotNull(workflow);
        return workflow;
    }

    public WorkflowDefinition Version(string key, int version)
    {
        var workflow = host.Services.GetRequiredService<IWorkflowRegistry>().Find(key, version);
        Assert.NotNull(workflow);
        return workflow;
    }

    /// <summary>A local variant must not make a small idea big.</summary>
    public void LightTracksStayLight(WorkflowDefinition variant)
    {
        var basis = Variant(DefaultWorkflow.Key);
        foreach (var gate in variant.Gates)
            foreach (var track in new[] { Tracks.DoNow, Tracks.Small })
                Assert.Equal(basis.GateOf(gate.Code).EvidenceIn(track).Select(evidence => evidence.Form), gate.EvidenceIn(track).Select(evidence => evidence.Form));
        Assert.All(variant.Gates.SelectMany(gate => new[] { Tracks.DoNow, Tracks.Small }.SelectMany(gate.RequirementsIn)), requirement => Assert.NotEqual(Requirements.BodyConsulted, requirement.Code));
    }

    /// <summary>A body that nobody declares could never answer, and a gate that waits for it would never open.</summary>
    public void ConsultsOnlyWhoIsThere(WorkflowDefinition workflow)
    {
        var bodies = host.Services.GetServices<ConsultationBody>().ToDictionary(body => body.Code);
        foreach (var requirement in workflow.Gates.SelectMany(gate => gate.Requirements ?? []).Where(one => one.Code is Requirements.BodyConsulted or Requirements.FormSigned))
        {
            Assert.True(bodies.TryGetValue(requirement.Subject!, out var body), requirement.Subject);
            Assert.True(requirement.Code != Requirements.FormSigned || body.Signs, requirement.Subject);
        }
    }

    public async Task LookIsServedAsync(string slug, string font)
    {
        using var visitor = host.Visitor();
        var theme = await visitor.Http.GetStringAsync(new Uri($"/_plugin/{slug}/themes/{slug}.css", UriKind.Relative));
        Assert.All(ColorNames, color => Assert.Contains($"--ds-color-{color}-base-default", theme, StringComparison.Ordinal));
        Assert.Contains(font, theme, StringComparison.Ordinal);
        Assert.StartsWith("<svg", await visitor.Http.GetStringAsync(new Uri($"/_plugin/{slug}/mark.svg", UriKind.Relative)), StringComparison.Ordinal);
    }

    public async Task PagesCarryAsync(string serviceName, string phone)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/personuppgifter");
        Assert.EndsWith(serviceName, page.Title, StringComparison.Ordinal);
        Assert.True(page.Says(phone));
    }

    public void FormsHaveEnglish(params string[] keys)
    {
        var forms = host.Services.GetRequiredService<IFormRegistry>();
        var texts = host.Services.GetRequiredService<IStringLocalizer>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        foreach (var key in keys)
        {
            var form = forms.Current(key);
            Assert.NotNull(form);
            Assert.All(FormTexts.Of(form), text => Assert.False(texts[text].ResourceNotFound, text));
        }
    }

    private List<string> UnitCodes() => [.. Municipality.Authorities.SelectMany(authority => authority.Units).SelectMany(Flatten)];

    private static IEnumerable<string> Flatten(UnitSeed unit) => [unit.Code, .. (unit.Children ?? []).SelectMany(Flatten)];
}
