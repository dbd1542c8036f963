using System.Text.RegularExpressions;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Features.Training.Evaluate;
using IdeSluss.Training.Tests.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Training.Tests.FollowUp;

public partial class EvaluationTests(StandingHost host) : IClassFixture<StandingHost>
{
    private static readonly object Answers = new { scores = new[] { 5, 4, 5, 3, 4, 5 }, good = "Övningen-kanarie", better = "Längre rast" };

    [Fact]
    public async Task Those_who_were_there_are_asked_the_day_after_and_after_three_months_and_what_they_say_shows_from_five_answers()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await host.PlannedAsync(coach, "NYT-101", seats: 20, inDays: 3);
        await host.Database.ExecuteAsync($"""
            insert into training.learner (id, email, name, language, tracks, listed) select gen_random_uuid(), 'svar' || n || '@prov.example', 'Svar ' || n, 'sv', '{"{}"}', true from generate_series(1, 7) n;
            insert into training.enrolment (id, session_id, learner_id, state, tracks, priority, enrolled_at, version) select gen_random_uuid(), '{session}', id, 'Confirmed', '{"{}"}', 1, '2027-03-01', 0 from training.learner where email like 'svar%';
            insert into training.attendance (enrolment_id, part_id, minutes, method, at, by_id) select e.id, p.id, 180, 'List', '2027-03-04', e.learner_id from training.enrolment e join training.session_part p on p.session_id = e.session_id where e.session_id = '{session}' and e.learner_id in (select id from training.learner where email <> 'svar7@prov.example')
            """);
        host.Clock.Advance(TimeSpan.FromDays(5));
        for (var day = 0; day < 2; day++) await AskAsync();
        await host.MessagesSettledAsync();
        Assert.Empty(host.Mails.To("svar7@prov.example"));
        Assert.Single(host.Mails.To("svar1@prov.example"));

        using var anyone = host.Visitor();
        var first = await LinkAsync("svar1@prov.example", "Vad tyckte du");
        Assert.Equal(422, (await anyone.PostFormAsync(first, new { Good = "Bra" })).StatusCode);
        var thanked = await anyone.PostFormAsync(first, Enumerable.Range(0, 6).Select(at => ($"Input.Scores[{at}]", "4")).Append(("Input.Good", "Övningen-kanarie")));
        Assert.True(thanked.Says("Tack för ditt svar"), thanked.Text);
        var api = $"{Planning.Training}/evaluations/After/{first.Split('/')[^1]}";
        Assert.Equal(409, (await anyone.JsonAsync(HttpMethod.Post, api, Answers)).Status);
        for (var number = 2; number <= 4; number++) Assert.Equal(204, (await AnswerAsync(number)).Status);
        var few = await ReadAsync();
        Assert.True(few.Says("Färre än fem har svarat") && !few.Says("kanarie"), few.Text);
        // Of ten who press at once, one answer counts.
        var many = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AnswerAsync(5)));
        Assert.Equal(1, many.Count(answer => answer.Status == 204));
        var shown = await ReadAsync();
        Assert.True(shown.Says("5 svar av 6") && shown.Says("Övningen-kanarie"), shown.Text);
        // The sixth shows with four more, not alone.
        Assert.Equal(204, (await AnswerAsync(6)).Status);
        Assert.True((await ReadAsync()).Says("5 svar av 6"));
        // Nothing says who answered what.
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from information_schema.columns where table_schema = 'training' and table_name = 'evaluation_answer' and (column_name like '%enrolment%' or column_name like '%learner%' or column_name like '%person%' or data_type like 'timestamp%')"));

        host.Clock.Advance(TimeSpan.FromDays(92));
        for (var day = 0; day < 2; day++) await AskAsync();
        await host.MessagesSettledAsync();
        Assert.Equal(2, host.Mails.To("svar1@prov.example").Count);
        Assert.True((await anyone.GetAsync(await LinkAsync("svar1@prov.example", "Har du haft nytta"))).Says("Jag gör något på ett annat sätt"));
        Assert.Equal(404, (await anyone.GetAsync("/utbildning/tyck-till/efter/okand")).StatusCode);
        Assert.Equal(404, (await anyone.GetAsync(first.Replace("efter", "fel", StringComparison.Ordinal))).StatusCode);

        async Task<(int Status, System.Text.Json.JsonElement Body)> AnswerAsync(int number)
        {
            using var learner = host.Visitor();
            return await learner.JsonAsync(HttpMethod.Post, $"{Planning.Training}/evaluations/After/{(await LinkAsync($"svar{number}@prov.example", "Vad tyckte du")).Split('/')[^1]}", Answers);
        }

        async Task<TestKit.Web.Page> ReadAsync()
        {
            using var office = await host.LogInAsAsync(Personas.Coach);
            return await office.GetAsync("/arbete/utbildning/kurser/NYT-101/tyckanden");
        }
    }

    private Task AskAsync() => host.InScopeAsync(services => services.GetRequiredService<AskForEvaluation>().RunAsync(default));

    private async Task<string> LinkAsync(string address, string subject) => Link().Match((await host.Mails.ArrivedAsync(address, subject)).TextBody ?? "").Groups[1].Value;

    [GeneratedRegex(@"https?://[^/\s]+(/utbildning/tyck-till/\S+)")]
    private static partial Regex Link();
}
