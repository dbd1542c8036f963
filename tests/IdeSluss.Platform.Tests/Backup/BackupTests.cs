using System.Diagnostics;
using IdeSluss.Platform.Backup;
using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Platform.Tests.Backup;

public sealed class BackupTests(BackedUpInstance instance) : IClassFixture<BackedUpInstance>
{
    [Fact]
    public async Task Restored_to_an_empty_place_nothing_that_was_accepted_before_the_backup_is_missing()
    {
        var data = instance.NewFolder("restored");
        var (code, said) = await BackedUpInstance.RunAsync(data, "restore", instance.Backup);
        Assert.True(code == 0 && said.Contains("Filer som är hela: 1.", StringComparison.Ordinal) && said.Contains("Granskningsloggen är hel", StringComparison.Ordinal), said);

        await using var host = await HostProcess.Start(data, BackedUpInstance.Settings()).ReadyAsync();
        var kept = await BackedUpInstance.ListAsync(data, "select case_number from ideas.ideas");
        Assert.True(instance.Meanwhile > 0, "Nobody handed anything in while the backup was taken.");
        Assert.Empty(instance.Accepted.Except(kept));
        // Each with its line in the history and its entry in the audit log.
        Assert.Empty(await BackedUpInstance.ListAsync(data, """
            select i.case_number from ideas.ideas i where i.original_text like 'Säkerhetskopian %' and (
              (select count(*) from audit.entry a where a.subject_id = i.id and a.action = 'ideas.submitted') <> 1
              or (select count(*) from ideas.timeline t where t.idea_id = i.id and t.kind = 'received') <> 1)
            """));
        using var anyone = host.Visitor();
        Assert.Equal(BackedUpInstance.Material, await anyone.Http.GetStringAsync(instance.MaterialAddress));
        // The keys came along: who was logged in still is.
        using var work = await instance.Coach.Http.GetAsync(new Uri(host.Address, "/arbete"));
        Assert.Equal("/arbete", work.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_rehearsal_restores_aside_reports_and_leaves_nothing_behind()
    {
        // A folder for passing things of its own: others rehearse meanwhile.
        var passing = Directory.CreateDirectory(instance.NewFolder("passing")).FullName;
        await using var rehearsal = HostProcess.Start(instance.NewFolder("elsewhere"), new Dictionary<string, string?> { ["TMPDIR"] = passing }, "restore", "--rehearse", instance.Backup);
        Assert.True(await rehearsal.EndedAsync() == 0, rehearsal.Output);
        foreach (var line in new[] { "Återställd: pitea", "Granskningsloggen är hel", "Filer som är hela: 1.", "/health/ready svarar 200" }) Assert.Contains(line, rehearsal.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(passing, "ideslussen-rehearsal-*"));
        Assert.False(Directory.Exists(Path.Combine(instance.NewFolder("elsewhere"), "postgres")));
    }

    [Fact]
    public async Task A_backup_is_whole_or_not_at_all_and_for_its_owner_alone()
    {
        Assert.Contains("inte krypterad", instance.Said, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(instance.Backup));
        Assert.False(File.Exists(instance.Backup + ".part"));
        var (code, said) = await BackedUpInstance.RunAsync(instance.NewFolder("data"), "backup", instance.Backup);
        Assert.True(code == 1 && said.Contains("finns redan", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task What_is_no_whole_backup_is_refused_before_anything_is_restored()
    {
        var whole = await File.ReadAllBytesAsync(instance.Backup, TestContext.Current.CancellationToken);
        var changed = (byte[])whole.Clone();
        changed[whole.Length / 2] ^= 1;
        foreach (var (name, content) in new[] { ("avbruten.tar.gz", whole[..(whole.Length / 2)]), ("andrad.tar.gz", changed), ("annat.tar.gz", "inget arkiv"u8.ToArray()), ("tom.tar.gz", []) })
        {
            var file = instance.NewFolder(name);
            await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
            var refused = await Assert.ThrowsAsync<BackupException>(() => BackupReader.UnpackAsync(file, null, instance.NewFolder("uppackad-" + name), TestContext.Current.CancellationToken));
            Assert.Contains("är ingen hel säkerhetskopia", refused.Message, StringComparison.Ordinal);
        }

        var data = instance.NewFolder("till-andrad");
        var (code, said) = await BackedUpInstance.RunAsync(data, "restore", instance.NewFolder("andrad.tar.gz"));
        Assert.True(code == 1 && said.Contains("är ingen hel säkerhetskopia", StringComparison.Ordinal), $"{code} {said}");
        Assert.False(Directory.Exists(Path.Combine(data, "postgres", "cluster")));
        var missing = await Assert.ThrowsAsync<BackupException>(() => BackupReader.UnpackAsync(instance.NewFolder("finns-inte.tar.gz"), null, instance.NewFolder("till-inget"), TestContext.Current.CancellationToken));
        Assert.Contains("finns inte", missing.Message, StringComparison.Ordinal);
        var (taken, where) = await BackedUpInstance.RunAsync(instance.NewFolder("data"), "restore", instance.Backup);
        Assert.True(taken == 1 && where.Contains("Det finns redan en databas", StringComparison.Ordinal), where);
    }

    [Fact]
    public async Task An_encrypted_backup_is_opened_by_its_key_alone()
    {
        var keys = instance.NewFolder("nycklar");
        Directory.CreateDirectory(keys);
        var settings = new Dictionary<string, string?> { ["GNUPGHOME"] = keys };
        Assert.SkipUnless(await HasAsync("gpg", "--version"), "GnuPG is not installed.");
        Assert.True(await HasAsync("gpg", "--homedir", keys, "--batch", "--passphrase", "", "--quick-generate-key", "drift@exempel.se", "default", "default", "never"));
        var file = instance.NewFolder("hemlig.tar.gz");
        await using (var backup = HostProcess.Start(instance.NewFolder("data"), settings, "backup", file, "--gpg", "drift@exempel.se"))
            Assert.True(await backup.EndedAsync() == 0, backup.Output);
        Environment.SetEnvironmentVariable("GNUPGHOME", keys);
        var manifest = await BackupReader.UnpackAsync(file + ".gpg", null, instance.NewFolder("uppackad"), TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable("GNUPGHOME", null);
        Assert.Equal("pitea", manifest.Municipality);
        settings["GNUPGHOME"] = instance.NewFolder("tom-nyckelring");
        Directory.CreateDirectory(settings["GNUPGHOME"]!);
        await using (var without = HostProcess.Start(instance.NewFolder("elsewhere"), settings, "restore", "--rehearse", file + ".gpg"))
            Assert.True(await without.EndedAsync() == 1 && without.Output.Contains("gpg kunde inte", StringComparison.Ordinal), without.Output);
        await HasAsync("gpgconf", "--homedir", keys, "--kill", "all");
    }

    private static async Task<bool> HasAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
