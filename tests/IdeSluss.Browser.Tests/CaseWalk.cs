using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Workflow;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>A case taken from gate to gate by people at browsers, each of whom does what the pages say is missing and nothing else.</summary>
/// <param name="quickly">Forms that every municipality has are saved by the API: another walk fills them in on their pages.</param>
internal sealed class CaseWalk(Chromium chromium, TestHost host, string number, bool quickly = false) : IAsyncDisposable
{
    private readonly Dictionary<string, Person> people = [];

    /// <summary>The coach does, and lets do, what stands between the case and a yes.</summary>
    /// <returns>Everything that was asked for: keys of forms, and of what is no form (<c>rad-IdeaBoard</c>, <c>samrad-MAS</c>).</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync()
    {
        var coach = await AsAsync(Personas.Coach);
        var asked = new List<string>();
        // What one answers can ask for more: a signature of a form waits for the form.
        for (var round = 0; round < 4; round++)
        {
            await coach.GoAsync($"/arbete/{number}");
            var missing = await MissingAsync(coach);
            if (missing.Count == 0) return asked;
            foreach (var (key, place) in missing)
            {
                if (!asked.Contains(key)) asked.Add(key);
                await DoAsync(coach, key, place);
            }
        }

        Assert.Fail($"Still missing after four rounds:{Environment.NewLine}{await coach.ReadAsync()}");
        return asked;
    }

    public async Task DecideAsync(string persona, string outcome, string reason, Func<Person, Task>? more = null)
    {
        var decider = await AsAsync(persona);
        await decider.GoAsync("/att-besluta");
        await decider.SeesAsync(number);
        await decider.GoAsync($"/att-besluta/{number}");
        await decider.TickValueAsync("Input.Outcome", outcome);
        if (more is not null) await more(decider);
        await decider.FillAsync("Skäl", reason);
        await decider.TickAsync("Inget gör mig partisk i det här ärendet");
        await decider.PressAsync("Besluta");
        Assert.True(decider.Path.StartsWith($"/arbete/{number}/beslut/", StringComparison.Ordinal), $"{persona} could not decide {outcome}. At {decider.Path}:{Environment.NewLine}{await decider.ReadAsync()}");
    }

    /// <summary>What goes to the nämnd: an elected member reads the documents, and its secretary writes in the decision after the meeting.</summary>
    public async Task EnterForCommitteeAsync(string outcome, string reason)
    {
        var secretary = await AsAsync(Personas.CommitteeSecretary);
        await secretary.GoAsync($"/att-besluta/{number}");
        Assert.StartsWith("/namnd/", secretary.Path, StringComparison.Ordinal);
        await ReadDocumentsAsync(await AsAsync(Personas.CommitteeMember), "/" + string.Join('/', secretary.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(2)));
        await secretary.TickValueAsync("Input.Outcome", outcome);
        await secretary.FillAsync("Paragraf", "§ 42");
        await secretary.FillAsync("Sammanträdesdag", host.Services.GetRequiredService<TimeProvider>().GetUtcNow().StockholmDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await secretary.FillAsync("Skäl", reason);
        await secretary.FillAsync("Omröstning och reservationer", "En ledamot reserverade sig.");
        await secretary.TickAsync("Ingen som beslutade var jävig, och inget gör mig partisk");
        await secretary.PressAsync("Skriv in beslutet");
        Assert.True(secretary.Path.StartsWith($"/arbete/{number}/beslut/", StringComparison.Ordinal), $"The nämnd could not decide {outcome}. At {secretary.Path}:{Environment.NewLine}{await secretary.ReadAsync()}");
    }

    /// <summary>From the nämnd's page to the documents of the meeting, and their PDF.</summary>
    private async Task ReadDocumentsAsync(Person member, string committee)
    {
        await member.GoAsync(committee);
        await member.SeesAsync(number);
        await member.SeesAsync("Jämställdhet");
        await member.FollowAsync("Ta fram handlingar till sammanträdet");
        await member.PressAsync("Ta fram handlingarna");
        await member.SeesAsync("Förslag till beslut");
        await member.SeesAsync("Tillgänglighet");
        var pdf = await member.Page.APIRequest.GetAsync(new Uri(new Uri(member.Page.Url), await member.Main.GetByRole(AriaRole.Link, new() { Name = "Hämta som PDF" }).GetAttributeAsync("href")).AbsoluteUri);
        Assert.Contains(TaggedPdf.Read(await pdf.BodyAsync()).Of("H2"), heading => heading.StartsWith("1. ", StringComparison.Ordinal));
        Assert.Empty(member.Trouble);
    }

    /// <summary>The same person for the whole walk, logged in once.</summary>
    public async Task<Person> AsAsync(string persona) =>
        people.TryGetValue(persona, out var known) ? known : people[persona] = await Person.LogInAsync(chromium, host, persona);

    private static async Task<IReadOnlyList<(string Key, string? Place)>> MissingAsync(Person coach)
    {
        var found = new List<(string, string?)>();
        foreach (var item in await coach.Main.Locator("section[aria-labelledby=infor] > p:has-text('saknas') + ul > li").AllAsync())
        {
            var link = item.GetByRole(AriaRole.Link).First;
            var place = await link.CountAsync() > 0 ? await link.GetAttributeAsync("href") : null;
            found.Add((await item.GetAttributeAsync("id") ?? place![(place!.LastIndexOf('/') + 1)..], place));
        }

        return found;
    }

    private Task DoAsync(Person coach, string key, string? place) => key switch
    {
        "mottagare" => ReceiveAsync(coach, place!),
        "samrad" => Task.CompletedTask, // What is asked is answered where it is asked.
        _ when key.StartsWith("rad-", StringComparison.Ordinal) => AdviseAsync(key["rad-".Length..]),
        _ when place!.Contains("/samrad", StringComparison.Ordinal) => ConsultAsync(coach, place!),
        _ when quickly && GateForms.All.Any(form => form.Key == key) => SaveAsync(key),
        _ => coach.FillInAsync(host, number, key),
    };

    private async Task SaveAsync(string form)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var saved = await coach.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/ideas/{number}/evidence/{form}?complete=true", (await Person.AnswersAsync(host, number, form)).Json);
        Assert.True(saved.IsSuccessStatusCode, $"{form} is not accepted: {await saved.Content.ReadAsStringAsync()}");
    }

    private async Task ReceiveAsync(Person coach, string place)
    {
        await coach.GoAsync(place);
        await coach.ChooseAsync("Mottagande enhet", (await host.Database.QueryAsync<Guid>("select unit_id from ideas.ideas where case_number = $1", number)).ToString());
        await coach.FillAsync("Om testet avslutas", "Vi går tillbaka till rutinen och sparar lärdomen.");
        await coach.FillAsync("Om det ska testas igen", "Vi ställer upp en gång till.");
        await coach.FillAsync("Om ni går vidare", "Vi inför det på enheten.");
        await coach.FillAsync("Avsatt tid", "20");
        await coach.FillAsync("Avsatta pengar", "0");
        await coach.PressAsync("Fråga enheten");
        var receiver = await AsAsync(Personas.DepartmentHead);
        await receiver.GoAsync($"/att-besluta/{number}/mottagare");
        await receiver.TickValueAsync("Input.Accepts", "ja");
        await receiver.PressAsync("Svara");
    }

    private async Task AdviseAsync(string role)
    {
        var adviser = await AsAsync(role == Roles.AccessibilityAdvisor ? Personas.AccessibilityAdvisor : Personas.IdeaBoard);
        await adviser.GoAsync($"/att-bedoma/{number}");
        await adviser.TickAsync(adviser.Main.Locator("input[name='Input.Recommendation']").First);
        await adviser.FillAsync("Varför?", "Det är väl prövat och berör många.");
        await adviser.PressAsync("Lämna bedömning");
    }

    private async Task ConsultAsync(Person coach, string place)
    {
        await coach.GoAsync(place);
        await coach.FillAsync("Vad vill ni veta?", "Vad är viktigt att tänka på?");
        await coach.PressAsync("Begär svar");
        var asked = await host.Database.QueryAsync<Guid>("select id from ideas.consultation where status = 'Asked' order by id desc limit 1");
        var body = place[(place.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var answerer = body == ConsultationBodies.ResponsibleNurse ? await AsAsync(Personas.QualityOfficer) : coach;
        await answerer.GoAsync($"/arbete/samrad/{asked}");
        if (body == ConsultationBodies.ResponsibleNurse)
        {
            await answerer.TickAsync(answerer.Main.Locator("input[name='Input.Verdict']").First);
            await answerer.PressAsync("Lämna svar");
        }
        else
        {
            await answerer.FillAsync("Vad sa de?", "De tycker att det är bra och vill vara med i utvärderingen.");
            await answerer.FillAsync("Vilken dag svarade de?", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            await answerer.PressAsync("Spara svaret");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values) await person.DisposeAsync();
        Assert.Empty(people.Values.SelectMany(person => person.Trouble));
    }
}
