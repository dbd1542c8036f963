using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Tests.Sessions;

public class SeatsTests
{
    private static readonly RoleTrack[] Tracks = Enum.GetValues<RoleTrack>();

    /// <summary>However many come and whatever they are: never more seats than there are, and a reserved seat is always left for those it is reserved for.</summary>
    [Fact]
    public void Never_more_seats_are_given_than_there_are_and_reserved_ones_go_to_their_track_alone()
    {
        var cases =
            from total in Gen.Choose(1, 12)
            from reserved in Gen.ArrayOf(Gen.Choose(0, 3), Tracks.Length)
            from comers in Gen.ArrayOf(Gen.SubListOf(Tracks))
            select (total, reserved, comers);
        Prop.ForAll(cases.Where(one => one.reserved.Sum() <= one.total).ToArbitrary(), one =>
        {
            var kept = Tracks.Zip(one.reserved).ToDictionary(pair => pair.First, pair => pair.Second);
            var seats = new Seats(one.total, kept, []);
            foreach (var comer in one.comers)
                if (seats.TryTake([.. comer], out var seatOf)) seats = seats with { Held = [.. seats.Held, seatOf] };
            Assert.True(seats.Held.Count <= one.total);
            foreach (var track in Tracks)
            {
                Assert.True(seats.Held.Count(held => held == track) <= kept[track]);
                // Whoever is of a track that has reserved seats left is never turned away.
                if (seats.Held.Count(held => held == track) < kept[track]) Assert.True(seats.TryTake([track], out var own) && own == track);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Reserved_seats_are_everyones_ten_days_before()
    {
        var session = new CourseSession { Id = Guid.CreateVersion7(), CourseId = Guid.CreateVersion7(), Seats = 2, StartsAt = new(2027, 3, 20, 8, 0, 0, TimeSpan.Zero) };
        var kept = new[] { new SeatReservation { SessionId = session.Id, Track = RoleTrack.ElectedMember, Seats = 2 } };
        Assert.False(Seats.Of(session, kept, [], new(2027, 3, 9)).TryTake([RoleTrack.Staff], out _));
        Assert.True(Seats.Of(session, kept, [], new(2027, 3, 9)).TryTake([RoleTrack.ElectedMember], out _));
        Assert.True(Seats.Of(session, kept, [], new(2027, 3, 10)).TryTake([RoleTrack.Staff], out _));
        Assert.False(Seats.Of(session, kept, [RoleTrack.ElectedMember, null], new(2027, 3, 10)).TryTake([RoleTrack.Staff], out _));
    }

    [Theory]
    // Forty-eight hours.
    [InlineData("2027-03-01T10:00Z", "2027-03-20T08:00Z", "2027-03-03T10:00Z")]
    // Less than five days: noon of the next working day, in Swedish time.
    [InlineData("2027-03-10T10:00Z", "2027-03-12T08:00Z", "2027-03-11T11:00Z")]
    [InlineData("2027-03-12T10:00Z", "2027-03-16T08:00Z", "2027-03-15T11:00Z")]
    // Never longer than until it starts.
    [InlineData("2027-03-11T10:00Z", "2027-03-12T08:00Z", "2027-03-12T08:00Z")]
    // Over Easter.
    [InlineData("2027-03-25T10:00Z", "2027-03-30T08:00Z", "2027-03-30T08:00Z")]
    public void An_offer_is_held_as_long_as_the_rule_says(string now, string starts, string until) => Assert.Equal(At(until), OfferTime.Until(At(now), At(starts)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
