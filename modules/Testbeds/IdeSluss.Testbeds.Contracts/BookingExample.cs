namespace IdeSluss.Testbeds.Contracts;

/// <summary>Invented equipment that a unit lends and that belongs to no test bed, for an instance with demo content; offered by a plugin with <c>Provide</c>.</summary>
/// <param name="Unit">Code of the unit that has it.</param>
public sealed record EquipmentExample(string Unit, string Description, ResourceExample Resource);

/// <summary>How far an invented booking has come.</summary>
public enum BookingExampleState
{
    /// <summary>Waits for somebody's yes.</summary>
    Requested,
    Booked,

    /// <summary>In the waiting list.</summary>
    Waiting,

    /// <summary>Handed over.</summary>
    Lent,

    /// <summary>Taken back.</summary>
    Returned,
    Declined,
}

/// <summary>An invented booking or loan of something in a <see cref="TestbedExample"/> or of an <see cref="EquipmentExample"/>.</summary>
/// <param name="Testbed">Its name; null for equipment that belongs to none.</param>
/// <param name="Resource">Name of the thing.</param>
/// <param name="Role">Role code of the one who booked: the first who holds it.</param>
/// <param name="Day">The first day, in working days from today: 0 is today or the next working day, negative what has been.</param>
/// <param name="Days">How many working days, from 1.</param>
/// <param name="Hours"><c>09:00-12:00</c> in Swedish time; null for whole days.</param>
/// <param name="Unit">Which of the thing's units, from 1; two bookings of the same unit must not meet.</param>
/// <param name="Words">Condition of what is lent or taken back, or why it was declined.</param>
/// <example><code>plugin.Provide(new BookingExample("Visningslägenheten", "Sensorpaket", "Prova larm i två rum.", Roles.Researcher, Day: -3, Days: 10, State: BookingExampleState.Lent));</code></example>
public sealed record BookingExample(
    string? Testbed, string Resource, string Purpose, string Role, int Day, int Days = 1, string? Hours = null, BookingExampleState State = BookingExampleState.Booked, int Unit = 1, string? Words = null);

/// <summary>An invented time when a <see cref="TestbedExample"/> is closed.</summary>
/// <param name="Day">As in <see cref="BookingExample"/>.</param>
public sealed record ClosureExample(string Testbed, string Reason, int Day, int Days = 1);
