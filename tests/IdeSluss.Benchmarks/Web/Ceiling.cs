using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace IdeSluss.Benchmarks.Web;

/// <summary>
/// What the machine can do at most with the same data: a page that never changes, and pages and hand-ins by SQL and HTML written by hand with nothing between. The pages weigh what
/// the product's weigh: what surrounds the content is the product's own.
/// </summary>
internal static class Ceiling
{
    public const string Command = "ceiling";

    /// <summary>Of its deliveries, which nobody takes.</summary>
    public const string Consumer = "ceiling";

    /// <param name="arguments">The connection, the port, and a folder with <c>list.html</c> and <c>idea.html</c> as the product answered.</param>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{arguments[1]}");
        await using var database = new NpgsqlDataSourceBuilder($"{arguments[0]};Max Auto Prepare=50;Auto Prepare Min Usages=2").Build();
        await using var app = builder.Build();
        var list = await Surroundings.OfAsync(Path.Combine(arguments[2], "list.html"));
        var idea = await Surroundings.OfAsync(Path.Combine(arguments[2], "idea.html"));
        var constant = await File.ReadAllBytesAsync(Path.Combine(arguments[2], "list.html"));
        app.MapGet("/constant", (HttpContext http) => AnswerAsync(http, constant));
        app.MapGet("/list", async (HttpContext http) => await AnswerAsync(http, await ListAsync(database, list, "", null, http.RequestAborted)));
        app.MapGet("/search", async (HttpContext http, string q) => await AnswerAsync(http, await ListAsync(database, list, "and public_search @@ plainto_tsquery('swedish', $1)", q, http.RequestAborted)));
        app.MapGet("/idea/{number}", async (HttpContext http, string number) => await AnswerAsync(http, await IdeaAsync(database, idea, number, http.RequestAborted)));
        app.MapPost("/submit", async (HttpContext http) => await SubmitAsync(http, database));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = page.Length;
        await http.Response.Body.WriteAsync(page, http.RequestAborted);
    }

    private static async Task<byte[]> ListAsync(NpgsqlDataSource database, Surroundings around, string where, string? words, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select case_number, public_title, substring(public_text, 1, 260), area, stage, published_at, language from ideas.ideas
            where published_at is not null and not restricted and redirect_target is null and published_at <= now() {where}
            order by published_at desc, id desc limit 21
            """);
        if (words is not null) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = words });
        var html = new StringBuilder(24_000).Append(around.Before).Append("<ul class=\"card-list\">");
        await using (var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                html.Append("<li class=\"card\"><h2 class=\"ds-heading\"><a class=\"ds-link\" href=\"/ideer/").Append(reader.GetString(0)).Append("\">").Append(Encoded(reader, 1)).Append("</a></h2><p>").Append(Encoded(reader, 2))
                    .Append("</p><p class=\"card-facts\"><span class=\"ds-tag\">").Append(Encoded(reader, 4)).Append("</span><span>").Append(reader.GetString(0)).Append("</span><span>").Append(Encoded(reader, 3))
                    .Append("</span><time datetime=\"").Append(reader.GetDateTime(5).ToString("O", CultureInfo.InvariantCulture)).Append("\"></time></p></li>");
            }
        }

        return Encoding.UTF8.GetBytes(html.Append("</ul>").Append(around.After).ToString());
    }

    private static async Task<byte[]> IdeaAsync(NpgsqlDataSource database, Surroundings around, string number, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new("select public_title, public_text, need_sentence, area, stage, published_at from ideas.ideas where case_number = $1") { Parameters = { new NpgsqlParameter<string> { TypedValue = number } } });
        batch.BatchCommands.Add(new("select t.at, t.kind, t.stage, t.note from ideas.timeline t join ideas.ideas i on i.id = t.idea_id where i.case_number = $1 order by t.id") { Parameters = { new NpgsqlParameter<string> { TypedValue = number } } });
        var html = new StringBuilder(24_000).Append(around.Before);
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                html.Append("<h1>").Append(Encoded(reader, 0)).Append("</h1><p>").Append(Encoded(reader, 1)).Append("</p><p>").Append(Encoded(reader, 2)).Append("</p><p>").Append(Encoded(reader, 3)).Append("</p>");
            await reader.NextResultAsync(cancellationToken);
            html.Append("<ol>");
            while (await reader.ReadAsync(cancellationToken))
                html.Append("<li><time>").Append(reader.GetDateTime(0).ToString("O", CultureInfo.InvariantCulture)).Append("</time> ").Append(Encoded(reader, 1)).Append(' ').Append(Encoded(reader, 2)).Append(' ').Append(Encoded(reader, 3)).Append("</li>");
        }

        return Encoding.UTF8.GetBytes(html.Append("</ol>").Append(around.After).ToString());
    }

    /// <summary>The rows of a hand-in, in one transaction and one round to the database.</summary>
    private static async Task SubmitAsync(HttpContext http, NpgsqlDataSource database)
    {
        using var body = new StreamReader(http.Request.Body);
        var text = await body.ReadToEndAsync(http.RequestAborted);
        var (id, key) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(With(new("""
            insert into ideas.ideas (id, case_number, submission_key, authority_id, workflow_key, workflow_version, stage, status, restricted, original_text, language, channel, submitter_kind, answer_way,
                follow_code_hash, hints, received_at, stage_entered_at, follower_count, version)
            values ($1, 'R' || nextval('ideas.case_number'), $2, $3, 'IDESLUSS_DEFAULT', 1, 'TRIAGE', 'Active', false, $4, 'sv', 'API', 'Resident', 'Code', $5, 0, now(), now(), 0, 1)
            """), id, $"ceiling:{key:N}", key, text, key.ToByteArray()));
        foreach (var kind in (string[])["received", "registered"])
            batch.BatchCommands.Add(With(new("insert into ideas.timeline (id, idea_id, at, visible_from, audience, kind, stage, taken_back) values ($1, $2, now(), now(), 'Public', $3, 'TRIAGE', false)"), Guid.CreateVersion7(), id, kind));
        batch.BatchCommands.Add(With(new("insert into messaging.event (id, name, stream, payload, occurred_at) values ($1, 'ceiling', $2, jsonb_build_object('id', $2), now())"), Guid.CreateVersion7(), id));
        batch.BatchCommands.Add(With(new("insert into messaging.delivery (event_id, consumer, stream, not_before, attempt) values ($1, $2, $1, now(), 0)"), id, Consumer));
        batch.BatchCommands.Add(With(new("insert into audit.entry (id, at, action, subject_kind, subject_id, facts) values ($1, now(), 'ceiling', 'idea', $2, '{}')"), Guid.CreateVersion7(), id));
        // Without a transaction of its own a batch is one.
        await batch.ExecuteNonQueryAsync(http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
    }

    private static NpgsqlBatchCommand With(NpgsqlBatchCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = value switch { Guid => NpgsqlDbType.Uuid, byte[] => NpgsqlDbType.Bytea, _ => NpgsqlDbType.Text } });
        return command;
    }

    private static string Encoded(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? "" : HtmlEncoder.Default.Encode(reader.GetString(column));

    /// <summary>Everything of a page but what is in its <c>main</c>.</summary>
    private sealed record Surroundings(string Before, string After)
    {
        public static async Task<Surroundings> OfAsync(string file)
        {
            var page = await File.ReadAllTextAsync(file);
            var (start, end) = (page.IndexOf('>', page.IndexOf("<main", StringComparison.Ordinal)) + 1, page.IndexOf("</main>", StringComparison.Ordinal));
            return new(page[..start], page[end..]);
        }
    }
}
