using System.Text;
using System.Text.RegularExpressions;
using IdeSluss.Evaluation.Features.Evaluation.Profiles;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Invite;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <param name="Persona">Who may open it; null when anyone may.</param>
internal sealed record SitePage(string Route, string Address, string? Persona);

/// <summary>
/// Every page that the running host has, found through its endpoints, with an address that works and someone who may open it. A page that nobody can open
/// is named, so that a new page cannot slip past the tests.
/// </summary>
internal sealed partial class SitePages(TestHost host)
{
    private static readonly string?[] Everyone =
    [
        null, Personas.Resident, Personas.Coach, Personas.NeedOwner, Personas.ChiefExecutive, Personas.IdeaBoard, Personas.CommitteeMember, Personas.CommitteeSecretary,
        Personas.QualityOfficer, Personas.AccessibilityAdvisor, Personas.Registrar, Personas.BenefitOwner, Personas.Researcher, Personas.Administrator,
    ];

    /// <summary>Steps of handing in, which only the one who hands in sees, and links that lead on to another page: the journeys open them.</summary>
    private static readonly string[] OnTheWay = ["/lamna-ide/granska", "/kvitto/{number}", "/folj/arende", "/liknande/{number}", "/logga-ut", "/fel/{status:int}"];

    private readonly Dictionary<string, Visitor> visitors = [];

    /// <summary>Handed in and not yet sorted.</summary>
    public string InTriage { get; private set; } = "";

    /// <summary>Sorted: public, and waiting for its need owner.</summary>
    public string InNeed { get; private set; } = "";

    /// <summary>Waiting for advice and a test decision.</summary>
    public string InConcept { get; private set; } = "";

    /// <summary>Stopped after its test, with what was learnt.</summary>
    public string Closed { get; private set; } = "";

    /// <summary>Handed in by someone logged in, <see cref="Personas.Resident"/>.</summary>
    public string Own { get; private set; } = "";

    /// <summary>Handed in by <see cref="Personas.Resident"/>, who was told no.</summary>
    public string Declined { get; private set; } = "";

    /// <summary>Of a link by which a unit describes its test beds.</summary>
    private string inventoryToken = "";

    /// <summary>Of the coach.</summary>
    private string bookingId = "";

    /// <summary>Of a link by which a partner reads the answer.</summary>
    private string requestToken = "";

    public async Task<(IReadOnlyList<SitePage> Pages, IReadOnlyList<string> Unreachable)> FindAsync()
    {
        await MakeCasesAsync();
        var pages = new List<SitePage>();
        var unreachable = new List<string>();
        foreach (var route in Routes())
        {
            if (OnTheWay.Contains(route, StringComparer.OrdinalIgnoreCase)) continue;
            if (await FindAsync(route) is { } page) pages.Add(page);
            else unreachable.Add(route);
        }

        foreach (var visitor in visitors.Values) visitor.Dispose();
        return (pages, unreachable);
    }

    private IEnumerable<string> Routes() => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(endpoint => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/')).Distinct().Order(StringComparer.Ordinal);

    private async Task<SitePage?> FindAsync(string route)
    {
        // Who is likely to have the page is asked first.
        var likely = route.StartsWith("/admin", StringComparison.Ordinal) ? Personas.Administrator : route.StartsWith("/arbete", StringComparison.Ordinal) ? Personas.Coach : null;
        foreach (var address in await AddressesAsync(route))
        {
            foreach (var persona in Everyone.OrderByDescending(persona => persona == likely))
            {
                var page = await (await VisitorAsync(persona)).GetAsync(address);
                if (page.StatusCode == 200 && page.Address.Split('?')[0] == Uri.EscapeDataString(address.Split('?')[0]).Replace("%2F", "/", StringComparison.Ordinal)) return new SitePage(route, address, persona);
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(string route)
    {
        // Opened by the link of a receipt.
        if (route == "/om-dig") return ["/om-dig?kod=" + host.Services.GetRequiredService<SealedProfiles>().LinkFor(await host.Database.QueryAsync<Guid>($"select id from ideas.ideas where case_number = '{InTriage}'"))];
        if (!route.Contains('{', StringComparison.Ordinal)) return [route];
        var values = new List<IReadOnlyList<string>>();
        foreach (Match parameter in Parameter().Matches(route)) values.Add(await ValuesAsync(route, parameter.Groups["name"].Value));
        var addresses = new List<string> { route };
        foreach (var (parameter, options) in Parameter().Matches(route).Zip(values))
            addresses = [.. addresses.SelectMany(address => options.Select(option => address.Replace(parameter.Value, option, StringComparison.Ordinal)))];
        return addresses;
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(string route, string parameter) => parameter switch
    {
        "nummer" when route.Contains("ansvarig", StringComparison.Ordinal) => await TextsAsync("select case_number from evaluation.benefit_plan order by case_number limit 1"),
        "ar" => [TimeProvider.System.GetUtcNow().Year.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        "kontroll" => await TextsAsync("select id::text from evaluation.self_check order by id limit 1"),
        "uppfoljning" => await TextsAsync("select id::text from evaluation.follow_up where state = 'Open' order by form, id limit 3"),
        "nummer" when route.Contains("fornyelse", StringComparison.Ordinal) => await TextsAsync("select case_number from evaluation.innovation where state = 'Waiting' order by case_number"),
        "nummer" when route.Contains("tyck-till", StringComparison.Ordinal) => [Declined],
        "number" or "nummer" => [InNeed, InTriage, InConcept, Own, Closed],
        "form" => [FormKeys.TestPlan],
        "mall" when route.Contains("bedomning", StringComparison.Ordinal) => ["inforande"],
        "mall" => [FormKeys.Screening],
        "bedomning" => await TextsAsync("select id::text from evaluation.review where state = 'Waiting' order by id desc limit 6"),
        "omgang" => await TextsAsync("select id::text from evaluation.round order by talk_needed_at is null, id limit 1"),
        "regel" => await TextsAsync("select id::text from evaluation.asking_rule limit 1"),
        "person" when route.Contains("bedomare", StringComparison.Ordinal) => await TextsAsync("select person_id::text from evaluation.reviewer limit 1"),
        "ovning" => ["chef"],
        "namnd" or "authority" => await TextsAsync("select code from people.authority order by code"),
        "skattning" => await TextsAsync("select id::text from evaluation.assessment order by closed_at is not null desc, year desc limit 2"),
        "fragor" => ["ta-vara-pa-ideer"],
        "program" => ["hallbar-samhallsutveckling"],
        "del" => ["arbete"],
        "rapport" => await TextsAsync("select id::text from evaluation.programme_report where sent_on is null limit 1"),
        "beslut" when route.Contains("omprova", StringComparison.Ordinal) => await TextsAsync($"select d.id::text from ideas.decision d join ideas.ideas i on i.id = d.idea_id where i.case_number = '{Declined}'"),
        "omprovning" => await TextsAsync("select id::text from evaluation.reconsideration order by decided_at is not null, id limit 2"),
        "beslut" => await TextsAsync("select id::text from ideas.decision order by id desc limit 5"),
        "id" when route.Contains("organisation", StringComparison.Ordinal) => await TextsAsync("(select id::text from people.org_unit limit 2) union all (select id::text from people.authority limit 2)"),
        "id" when route.Contains("behorigheter", StringComparison.Ordinal) => await TextsAsync("select id::text from people.person limit 2"),
        "id" when route.Contains("synonymer", StringComparison.Ordinal) => await TextsAsync("select id::text from ideas.synonym limit 1"),
        "id" when route.Contains("uppgifter", StringComparison.Ordinal) => await TextsAsync("select id::text from ideas.task limit 3"),
        "id" when route.Contains("importera", StringComparison.Ordinal) => await TextsAsync("select id::text from ideas.import_run"),
        "key" when route.Contains("arbetsgangar", StringComparison.Ordinal) => [DefaultWorkflow.Key],
        "version" => [DefaultWorkflow.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        "lagtid" => await TextsAsync("select id::text from ideas.legal_clock limit 1"),
        "samrad" => await TextsAsync("select id::text from ideas.consultation limit 1"),
        "slug" => await TextsAsync("select slug from testbeds.testbed where published_at is not null and status <> 'Closed' order by slug limit 2"),
        "resource" => ["ny"],
        "equipment" => await TextsAsync("select id::text from testbeds.bookable_resource where testbed_id is null order by id limit 1"),
        "id" when route.Contains("bokningar", StringComparison.Ordinal) => [bookingId],
        "thing" => await TextsAsync("select id::text from testbeds.bookable_resource where kind = 'Equipment' order by id limit 1"),
        "test" => await TextsAsync($"select number from testbeds.trial where case_number = '{Closed}' order by number desc"),
        "term" => await TextsAsync("select id::text from testbeds.taxonomy_term order by code limit 1"),
        "code" when route.Contains("utbildning", StringComparison.Ordinal) => ["COA-201"],
        "code" when route.Contains("intyg", StringComparison.Ordinal) => [host.Services.GetRequiredService<Training.Features.Training.Certificates.CertificateCodes>().Of(await host.Database.QueryAsync<int>("select min(serial) from training.certificate"))],
        "certificate" => await TextsAsync("select id::text from training.certificate where revoked_at is null order by id limit 1"),
        "lesson" => ["1"],
        "round" => ["efter"],
        "krav" => ["testbeds.lead-test"],
        "session" => await TextsAsync("select s.id::text from training.session s join training.course c on c.id = s.course_id where c.code = 'COA-201'"),
        "material" => ["nytt"],
        "track" => ["idecoach"],
        "forfragan" => await TextsAsync("select id::text from testbeds.test_request limit 1"),
        "token" when route.Contains("svar", StringComparison.Ordinal) => [requestToken],
        "token" when route.Contains("utbildning", StringComparison.Ordinal) => await EnrolmentTokensAsync(),
        "token" when route.Contains("inventering", StringComparison.Ordinal) => [inventoryToken],
        "token" or "kod" => ["okand"],
        _ => [],
    };

    private async Task<IReadOnlyList<string>> EnrolmentTokensAsync()
    {
        var links = host.Services.GetRequiredService<Training.Features.Training.Seating.EnrolmentLinks>();
        // Somebody of the demo has been asked what they thought.
        await host.Database.ExecuteAsync("insert into training.evaluation_asked (enrolment_id, round, asked_at, answered) select id, 'After', now(), false from training.enrolment order by id limit 1 on conflict do nothing");
        return [.. (await TextsAsync("select id::text from training.enrolment order by id limit 1")).Select(id => links.TokenOf(Guid.Parse(id)))];
    }

    /// <summary>Also when a table does not exist: the page is then named as unreachable.</summary>
    private async Task<IReadOnlyList<string>> TextsAsync(string sql)
    {
        try
        {
            return await host.Database.ListAsync<string>(sql);
        }
        catch (Npgsql.PostgresException missing) when (missing.SqlState is "42P01" or "42703")
        {
            return [];
        }
    }

    private async Task<Visitor> VisitorAsync(string? persona)
    {
        var key = persona ?? "";
        if (!visitors.TryGetValue(key, out var visitor)) visitors[key] = visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);
        return visitor;
    }

    private async Task MakeCasesAsync()
    {
        InTriage = await MadeCases.HandInAsync(host, "Det är mörkt på cykelvägen vid skolan. Ring 070-174 06 35 om ni undrar.");
        InNeed = await MadeCases.HandInAsync(host, "Låna ut verktyg på biblioteket så att fler kan laga sina saker.");
        InConcept = await MadeCases.HandInAsync(host, "Samåkning till kvällskurserna i byarna.");
        Closed = await MadeCases.HandInAsync(host, "En bänk vid hållplatsen.");
        using (var resident = await host.LogInAsAsync(Personas.Resident))
        {
            Own = await MadeCases.HandInAsync(resident, new { Text = "Fler sittplatser i simhallen.", AnswerWay = "Account" });
            Declined = await MadeCases.HandInAsync(resident, new { Text = "En egen buss till varje by.", AnswerWay = "Account" });
        }

        using var coach = await host.LogInAsAsync(Personas.Coach);
        foreach (var number in new[] { InNeed, InConcept, Closed }) await MadeCases.SortAsync(host, coach, number);
        await MadeCases.DeclineAsync(coach, Declined);
        await host.Database.ExecuteAsync($"update ideas.ideas set stage = '{Stages.Concept}' where case_number = '{InConcept}'");
        // A unit is asked to receive the result, so that its manager has something to answer.
        using var asked = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{InConcept}/receiver", new
        {
            unitId = await MadeCases.UnitOfNeedOwnerAsync(host), ifStopped = "Vi slutar och berättar varför.", ifRetested = "En månad till.", ifGoesOn = "Vi inför i hela kommunen.", hours = 40, money = 15000,
        });
        asked.EnsureSuccessStatusCode();
        using var consulted = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{InConcept}/consultations", new
        {
            body = ConsultationBodies.OtherUnit, note = "Samhällsbyggnad", question = "Hur många bilar finns det?", lastDay = TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });
        consulted.EnsureSuccessStatusCode();
        using var clock = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{InConcept}/legal-clocks", new { kind = LegalClocks.CitizenProposalAtCommittee, startsOn = "2026-02-16" });
        clock.EnsureSuccessStatusCode();
        using var rule = await coach.ApiAsync(HttpMethod.Post, "/api/v1/evaluation/rules", new { sheet = "inforande", wanted = 3, workingDays = 10 });
        rule.EnsureSuccessStatusCode();
        var board = await host.Database.QueryAsync<Guid>($"select id from people.person where email = '{Personas.AddressOf(Personas.IdeaBoard)}'");
        using var report = await coach.ApiAsync(HttpMethod.Post, "/api/v1/evaluation/programmes/hallbar-samhallsutveckling/reports", new { kind = "Status" });
        report.EnsureSuccessStatusCode();
        using var judged = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/evaluation/cases/{InConcept}/rounds", new { reviewers = new[] { board } });
        judged.EnsureSuccessStatusCode();
        // A file is tried, so that there is a run to look at.
        using var file = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ideas/imports") { Content = new StringContent("idé\nFler bänkar längs kanalen.\n", Encoding.UTF8, "text/csv"), Headers = { { "X-IdeSluss", "api" } } };
        (await coach.Http.SendAsync(file)).EnsureSuccessStatusCode();
        using var lesson = await coach.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/ideas/{Closed}/evidence/{FormKeys.Lesson}?complete=true", new Dictionary<string, string>
        {
            ["provade"] = "En bänk.", ["gick"] = "Fler satt.", ["larde"] = "Den behöver tak.", ["annorlunda"] = "Sätta den i vindskyddet.", ["inga-namn"] = "ja",
        });
        lesson.EnsureSuccessStatusCode();
        await host.Database.ExecuteAsync($"update ideas.ideas set stage = '{Stages.Closed}' where case_number = '{Closed}'");
        await MakeTestsAsync();
        using var invited = await coach.ApiAsync(HttpMethod.Post, "/api/v1/testbeds/invitations", new { unit = "KS", email = "inventering@prov.example" });
        invited.EnsureSuccessStatusCode();
        // Equipment of no test bed is always open; and a weekday far off is booked by nobody else.
        var thing = await host.Database.QueryAsync<Guid>("select id from testbeds.bookable_resource where kind = 'Equipment' and testbed_id is null order by id limit 1");
        var day = TimeProvider.System.GetUtcNow().AddDays(100);
        using var booked = await coach.ApiAsync(HttpMethod.Post, "/api/v1/testbeds/bookings", new
        {
            fromDay = day.AddDays((DayOfWeek.Tuesday - day.DayOfWeek + 7) % 7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), purpose = "Prov av sensorer på tisdag", items = new[] { new { resource = thing } },
        });
        Assert.True(booked.IsSuccessStatusCode, await booked.Content.ReadAsStringAsync());
        bookingId = (await host.Database.QueryAsync<Guid>("select id from testbeds.booking where purpose = 'Prov av sensorer på tisdag'")).ToString();
        await host.MessagesSettledAsync();
        inventoryToken = InventoryLink().Match((await host.Mails.ArrivedAsync("inventering@prov.example")).TextBody ?? "").Groups["token"].Value;
        // Public once the reply has left.
        using var anyone = host.Visitor();
        await TestKit.Eventually.TrueAsync(async () => (await anyone.GetAsync($"/ideer/{InNeed}")).StatusCode == 200, $"{InNeed} to be public");
        await TestKit.Eventually.TrueAsync(async () => (await anyone.GetAsync($"/ideer/{Closed}/lardom")).StatusCode == 200, $"the lesson of {Closed} to be public");
    }

    /// <summary>One test under way, led by the coach, one that is closed with its result, and a partner's request that waits for its answer.</summary>
    private async Task MakeTestsAsync()
    {
        var request = Guid.CreateVersion7();
        requestToken = host.Services.GetRequiredService<InvitationLinks>().TokenOf(request);
        await host.Database.ExecuteAsync($"""
        insert into testbeds.test_request (id, testbed_id, authority_id, organisation, kind, contact_name, email, what, has_conflict, conflict, received_at, answer_by, status, version)
        select '{request}', id, authority_id, 'Exempelbolaget', 'Company', 'Kontakt Exempelsson', 'kontakt@prov.example', 'En sängmatta.', true, 'En släkting arbetar här.', now(), current_date + 20, 'Waiting', 1 from testbeds.testbed where published_at is not null and status <> 'Closed' limit 1;
        insert into testbeds.trial (id, number, round, idea_id, case_number, decision_id, ready_from, authority_id, title, status, created_at, lead_id, tries, last_day, involves_people, started_at, ended_early, closed_at, terms, version)
        select gen_random_uuid(), i.case_number || '-T' || n, n, i.id, i.case_number, gen_random_uuid(), now() - interval '2 days', i.authority_id, 'Ett förslag som alla får läsa', case n when 1 then 'Closed' else 'Running' end, now() - interval '2 days',
               (select id from people.person where email = '{Personas.AddressOf(Personas.Coach)}'), 'Vi tror att en bänk hjälper.', current_date + 30, true, now() - interval '1 day', false, case n when 1 then now() end, array[]::text[], 1
        from ideas.ideas i, generate_series(1, 2) n where i.case_number = '{Closed}';
        insert into testbeds.trial_result (trial_id, verdict, recommendation, tried, went, learnt, closed_by_id, at) select id, 'Rejects', 'Stop', 'En bänk.', 'Ingen satt.', 'Den behöver tak.', lead_id, now() from testbeds.trial where status = 'Closed' and case_number = '{Closed}';
        insert into testbeds.trial_measure (id, trial_id, "order", name, unit, baseline, higher_is_better, "limit") select gen_random_uuid(), id, 0, 'Stående', 'Personer', 12, false, 6 from testbeds.trial where status = 'Running' and case_number = '{Closed}';
        insert into testbeds.trial_log (id, trial_id, kind, day, text, by_id, at, version) select gen_random_uuid(), id, 'Deviation', current_date, 'Någon halkade.', lead_id, now(), 1 from testbeds.trial where status = 'Running' and case_number = '{Closed}';
        """);
    }

    [GeneratedRegex(@"/testbaddar/inventering/(?<token>\S+)")]
    private static partial Regex InventoryLink();

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)[^}]*\}")]
    private static partial Regex Parameter();
}
