using IdeSluss.Platform.Data;
using Npgsql;
using Xunit;

namespace IdeSluss.Platform.Tests.Data;

public sealed class DatabaseServerTests
{
    [Fact]
    public async Task Questions_that_come_again_are_prepared_and_the_server_sees_who_asks_unless_the_connection_string_says_otherwise()
    {
        await using var usual = await Instance.StartAsync();
        Assert.Equal(("IdeSluss", true), await AskAsync(usual));

        await using var otherwise = await Instance.StartAsync(with: options => options with { ConnectionString = options.ConnectionString + ";Max Auto Prepare=0;Application Name=annat" });
        Assert.Equal(("annat", false), await AskAsync(otherwise));
    }

    [Fact]
    public async Task Nothing_is_cleared_up_between_two_uses_of_a_connection_unless_the_connection_string_says_so()
    {
        await using var usual = await Instance.StartAsync();
        Assert.True(Connection(usual).NoResetOnClose);

        await using var otherwise = await Instance.StartAsync(with: options => options with { ConnectionString = options.ConnectionString + ";No Reset On Close=false" });
        Assert.False(Connection(otherwise).NoResetOnClose);

        static NpgsqlConnectionStringBuilder Connection(Instance instance) => new(instance.Get<DatabaseServer>().DataSource.ConnectionString);
    }

    private static async Task<(string Name, bool Prepared)> AskAsync(Instance instance)
    {
        await using var connection = await instance.Get<DatabaseServer>().DataSource.OpenConnectionAsync(Instance.Token);
        for (var i = 0; i < 3; i++) await OneAsync<long>("select count(*) from messaging.delivery");
        return (await OneAsync<string>("select current_setting('application_name')"), await OneAsync<bool>("select exists (select from pg_prepared_statements where statement like '%messaging.delivery%')"));

        async Task<T> OneAsync<T>(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (T)(await command.ExecuteScalarAsync(Instance.Token))!;
        }
    }
}
