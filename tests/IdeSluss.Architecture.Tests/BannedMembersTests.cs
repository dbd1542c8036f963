using Xunit;

namespace IdeSluss.Architecture.Tests;

public class BannedMembersTests
{
    [Fact]
    public void Nothing_asks_the_machine_for_the_time_makes_random_ids_or_blocks_a_thread() =>
        Wrong.None(Assemblies.Product.SelectMany(item => BannedMembers.In(item.File, consoleAllowed: item.Project.Layer == Layer.Host)
            // The command line itself: what the program says to the person who starts it.
            .Where(call => !call.StartsWith("IdeSluss.Platform.Hosting.IdeSlussHost", StringComparison.Ordinal) || !call.Contains("System.Console", StringComparison.Ordinal))
            .Select(call => $"{item.Project.Name}: {call}")));

    [Fact]
    public void The_scan_sees_every_banned_member_in_a_class_that_uses_them_all()
    {
        var seen = BannedMembers.In(typeof(UsesEverythingBanned).Assembly.Location, consoleAllowed: false)
            .Where(call => call.Contains(nameof(UsesEverythingBanned), StringComparison.Ordinal)).ToList();

        foreach (var member in new[]
                 {
                     "DateTime.get_Now", "DateTime.get_UtcNow", "DateTime.get_Today", "DateTimeOffset.get_Now", "DateTimeOffset.get_UtcNow", "Guid.NewGuid", "Thread.Sleep",
                     "Task.Wait", "Task.WaitAll", "Task.WaitAny", "Task`1.get_Result", "ValueTask`1.get_Result", "TaskAwaiter.GetResult", "TaskAwaiter`1.GetResult", "Console.WriteLine",
                 })
            Assert.True(seen.Any(call => call.EndsWith(member, StringComparison.Ordinal)), $"{member} was not seen in: {string.Join(", ", seen)}");
        Assert.Contains(seen, call => call.Contains("+<Later>", StringComparison.Ordinal) && call.EndsWith("Guid.NewGuid", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, call => call.Contains("+<Later>", StringComparison.Ordinal) && call.EndsWith("GetResult", StringComparison.Ordinal));
    }

    /// <summary>Never run: it only has to be compiled.</summary>
    internal static class UsesEverythingBanned
    {
        public static object[] Now() => [DateTime.Now, DateTime.UtcNow, DateTime.Today, DateTimeOffset.Now, DateTimeOffset.UtcNow, Guid.NewGuid()];

        public static void Block(Task task, Task<int> number, ValueTask<int> value)
        {
            Thread.Sleep(number.Result + value.Result);
            task.Wait();
            Task.WaitAll(task);
            Task.WaitAny(task);
            task.GetAwaiter().GetResult();
            Console.WriteLine(number.GetAwaiter().GetResult());
        }

        public static async Task<Guid> Later(Task task)
        {
            await task;
            return Guid.NewGuid();
        }
    }
}
