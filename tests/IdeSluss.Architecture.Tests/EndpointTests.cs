using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Architecture.Tests;

public class EndpointTests(TestHost host) : IClassFixture<TestHost>
{
    private IReadOnlyList<RouteEndpoint> Endpoints => [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Default is deny, so a forgotten declaration closes a page; and what is open says why.</summary>
    [Fact]
    public void Every_endpoint_declares_a_permission_a_log_in_or_why_it_is_open_to_all() => Wrong.None(
        from endpoint in Endpoints
        let declared = endpoint.Metadata.GetMetadata<RequirePermissionAttribute>() is not null
            || endpoint.Metadata.GetMetadata<RequireLoginAttribute>() is not null
            || endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is { Because.Length: > 8 }
        // The framework's own way to files that were added after the build; it answers from the web root only, and not at all once published.
        where !declared && endpoint.RoutePattern.RawText != "{**path:file}"
        select $"{endpoint.RoutePattern.RawText} ({endpoint.DisplayName})");

    [Fact]
    public void Every_permission_that_an_endpoint_asks_for_is_in_the_catalogue()
    {
        var known = host.Services.GetRequiredService<IPermissionCatalogue>().All.Select(permission => permission.Code).ToHashSet();

        Wrong.None(Endpoints.SelectMany(endpoint => endpoint.Metadata.OfType<RequirePermissionAttribute>()).Select(attribute => attribute.Permission).Where(permission => !known.Contains(permission)).Distinct());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Personas.Coach)]
    [InlineData(Personas.NeedOwner)]
    [InlineData(Personas.Administrator)]
    public async Task No_page_breaks_whoever_opens_it(string? persona)
    {
        using var visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);
        var broken = new List<string>();
        foreach (var address in Endpoints.Where(IsPage).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct())
        {
            // An unknown number is as good as any: it must be answered, too.
            var page = await visitor.GetAsync(System.Text.RegularExpressions.Regex.Replace(address, @"\{[^}]*\}", "26IDE999"));
            if (page.StatusCode >= 500 && !address.StartsWith("/fel/", StringComparison.Ordinal)) broken.Add($"{page.StatusCode} {address}: {page.Text}");
        }

        Wrong.None(broken);
        Wrong.None(host.Logs.Entries.Where(entry => entry.Exception is not null).Select(entry => entry.Exception));
    }

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null;

    [Fact]
    public void Every_API_endpoint_lies_below_its_modules_name_and_says_what_it_does()
    {
        var api = Endpoints.Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/v1/", StringComparison.Ordinal) == true).ToList();

        Assert.NotEmpty(api);
        Wrong.None(api.Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>() is null).Select(endpoint => endpoint.DisplayName));
    }
}
