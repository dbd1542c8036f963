using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Lend;

/// <summary>Each working morning: reminds those who should have handed something back, once a week until they do. The list of loans shows the same to those who look after it.</summary>
internal sealed class RemindOfLoans(TestbedsDbContext db, BookingNews news, TimeProvider time) : IScheduledTask
{
    private const int Batch = 100;
    private const int DaysBetween = 7;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!WorkingDays.IsWorkingDay(time.StockholmToday())) return;
        var now = time.GetUtcNow();
        var weekAgo = now.AddDays(-DaysBetween);
        while (true)
        {
            var late = await db.BookingItems.Where(item => item.State == BookingState.Lent && item.To <= now && (item.RemindedAt == null || item.RemindedAt <= weekAgo)).OrderBy(item => item.To).ThenBy(item => item.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var item in late)
            {
                item.RemindedAt = now;
                news.Log(item.BookingId, item.Id, BookingStep.Reminded, null);
                await news.TellAsync(await db.Bookings.FirstAsync(one => one.Id == item.BookingId, cancellationToken), "Dags att lämna tillbaka", "Hej!\n\nDet du har lånat skulle ha varit tillbaka. Lämna det så snart du kan, eller säg till om du behöver mer tid:\n{0}\n", null, cancellationToken);
            }

            // Somebody takes it back right now: those who remain are reminded tomorrow.
            if (await db.SaveAsync(cancellationToken) is not null || late.Count < Batch) return;
            db.ChangeTracker.Clear();
        }
    }
}
