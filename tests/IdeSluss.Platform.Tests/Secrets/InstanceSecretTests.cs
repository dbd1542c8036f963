using IdeSluss.Platform.Tests.Data;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Databases;
using Microsoft.AspNetCore.DataProtection;
using Xunit;

namespace IdeSluss.Platform.Tests.Secrets;

public sealed class InstanceSecretTests
{
    [Fact]
    public async Task Every_replica_derives_the_same_and_every_purpose_something_else()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var first = await Instance.StartAsync(database);
        await using var second = await Instance.StartAsync(database);
        await using var other = await Instance.StartAsync();

        var derived = first.Get<IInstanceSecret>().Derive("codes", "25IDE1"u8);

        Assert.Equal(32, derived.Length);
        Assert.Equal(derived, second.Get<IInstanceSecret>().Derive("codes", "25IDE1"u8));
        Assert.NotEqual(derived, first.Get<IInstanceSecret>().Derive("addresses", "25IDE1"u8));
        Assert.NotEqual(derived, first.Get<IInstanceSecret>().Derive("codes", "25IDE2"u8));
        Assert.NotEqual(derived, other.Get<IInstanceSecret>().Derive("codes", "25IDE1"u8));
    }

    [Fact]
    public async Task Replicas_read_each_others_cookies()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var first = await Instance.StartAsync(database);
        await using var second = await Instance.StartAsync(database);

        var hidden = first.Get<IDataProtectionProvider>().CreateProtector("cookie").Protect("hej");

        Assert.Equal("hej", second.Get<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(hidden));
    }

    [Fact]
    public async Task The_stored_secret_is_not_readable_as_it_lies()
    {
        await using var instance = await Instance.StartAsync();

        Assert.True((byte[])(await instance.SqlAsync("select protected from platform.instance_secret"))! is { Length: > 64 });
    }
}
