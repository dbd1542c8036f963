using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Data;

/// <summary>
/// Bookings and when things can be booked. Two columns are the database's own (migration <c>AddBookings</c>): <c>booking_item.held</c>, the time that an item holds its unit or null, with the
/// constraint that no two of one unit overlap; and <c>blackout.period</c> with the same for one thing.
/// </summary>
internal static class BookingModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OpeningHours>(hours =>
        {
            hours.ToTable("OpeningHours");
            hours.HasOne<Testbed>().WithMany().HasForeignKey(h => h.TestbedId).OnDelete(DeleteBehavior.Restrict);
            hours.HasOne<BookableResource>().WithMany().HasForeignKey(h => h.ResourceId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Blackout>(blackout =>
        {
            blackout.ToTable("Blackout");
            blackout.HasOne<Testbed>().WithMany().HasForeignKey(b => b.TestbedId).OnDelete(DeleteBehavior.Restrict);
            blackout.HasOne<BookableResource>().WithMany().HasForeignKey(b => b.ResourceId).OnDelete(DeleteBehavior.Restrict);
            blackout.Property(b => b.From).HasColumnName("StartsAt");
            blackout.Property(b => b.To).HasColumnName("EndsAt");
            blackout.Property(b => b.Reason).HasMaxLength(Blackout.LongestReason);
        });
        model.Entity<Booking>(booking =>
        {
            booking.ToTable("Booking");
            booking.HasMany(b => b.Items).WithOne().HasForeignKey(i => i.BookingId).OnDelete(DeleteBehavior.Restrict);
            booking.HasIndex(b => new { b.PersonId, b.From, b.Id });
            booking.Property(b => b.From).HasColumnName("StartsAt");
            booking.Property(b => b.To).HasColumnName("EndsAt");
            booking.Property(b => b.Purpose).HasMaxLength(Booking.LongestPurpose);
            booking.Property(b => b.Idea).HasMaxLength(Booking.LongestIdea);
            // The bookings of a test.
            booking.HasIndex(b => b.Idea).HasFilter("idea is not null");
            booking.Ignore(b => b.Period);
        });
        model.Entity<BookingItem>(item =>
        {
            item.ToTable("BookingItem");
            // A resource that has been booked is never deleted.
            item.HasOne<BookableResource>().WithMany().HasForeignKey(i => i.ResourceId).OnDelete(DeleteBehavior.Restrict);
            // The queue, the waiting list and the overdue loans.
            item.HasIndex(i => new { i.State, i.RequestedAt, i.Id }).HasFilter("state in ('Requested', 'Waiting', 'Offered', 'Lent')").HasDatabaseName("ix_booking_item_open");
            item.HasIndex(i => new { i.ResourceId, i.From });
            item.Property(i => i.From).HasColumnName("StartsAt");
            item.Property(i => i.To).HasColumnName("EndsAt");
            item.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
            item.Property(i => i.Reason).HasMaxLength(BookingItem.LongestReason);
            item.Property(i => i.ConditionOut).HasMaxLength(BookingItem.LongestCondition);
            item.Property(i => i.ConditionBack).HasMaxLength(BookingItem.LongestCondition);
            item.Ignore(i => i.HoldsPlace);
        });
        model.Entity<BookingLogEntry>(entry =>
        {
            entry.ToTable("BookingLog");
            entry.HasOne<Booking>().WithMany().HasForeignKey(e => e.BookingId).OnDelete(DeleteBehavior.Cascade);
            entry.HasIndex(e => new { e.BookingId, e.Id });
            entry.Property(e => e.Step).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<CalendarFeed>(feed =>
        {
            feed.ToTable("CalendarFeed");
            feed.HasOne<Testbed>().WithMany().HasForeignKey(f => f.TestbedId).OnDelete(DeleteBehavior.Restrict);
            feed.HasIndex(f => f.PersonId).IsUnique();
            feed.HasIndex(f => f.TestbedId).IsUnique();
        });
    }
}
