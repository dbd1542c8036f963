using IdeSluss.Testbeds.Features.Testbeds.Bookings;

namespace IdeSluss.Testbeds.Features.Testbeds.OwnBookings;

/// <summary>A new time for a booking.</summary>
internal sealed class MoveInput : PeriodFields;
