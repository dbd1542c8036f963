using IdeSluss.People.Contracts;
using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Plugins.Pitea.Testbeds;

/// <summary>Invented equipment, bookings and loans, so that calendars and queues of a demo have something in them.</summary>
internal static class PiteaBookings
{
    private const string Flat = "Visningslägenheten", Kitchen = "Måltidslabbet", Cars = "Hemtjänstens provbilar", Gym = "Rehabsalen", Library = "Digitalstugan", Lab = "Medarbetarlabbet";

    public static IReadOnlyList<EquipmentExample> Equipment { get; } =
    [
        new("SOC-AO", "Väska med surfplattor som är förberedda för videosamtal, med extra batteri och en kort handledning.", new("Väska med surfplattor", ResourceKind.Equipment, 2)),
        new("SOC-AO-HSL", "Mäter gång och balans. Visas av fysioterapeuten första gången.", new("Balansplatta", ResourceKind.Equipment)),
        new("KLF-PK", "Inspelningsutrustning för användartester. Fråga alltid dem som filmas först.", new("Kamera och mikrofon", ResourceKind.Equipment, Approval: ApprovalPolicy.WithoutRole)),
    ];

    public static IReadOnlyList<ClosureExample> Closures { get; } = [new(Kitchen, "Köket städas och ugnen servas", Day: 9, Days: 2), new(Flat, "Nya sensorer monteras", Day: 21)];

    public static IReadOnlyList<BookingExample> Bookings { get; } =
    [
        new(Flat, "Hela lägenheten", "Prova larm och digital tillsyn med sex pensionärer.", Roles.Researcher, Day: 12, Days: 3, State: BookingExampleState.Requested),
        new(Flat, "Hela lägenheten", "Visa belysning som tänds av sig själv för nattpersonalen.", Roles.BenefitOwner, Day: 6, Days: 2),
        new(Flat, "Hela lägenheten", "Fotografera lägenheten till en broschyr.", Roles.EqualityAdvisor, Day: 6, State: BookingExampleState.Waiting),
        new(Flat, "Sensorpaket", "Mäta hur ofta dörrar öppnas på natten.", Roles.Researcher, Day: -6, Days: 15, State: BookingExampleState.Lent),
        new(Flat, "Sensorpaket", "Jämföra två slags rörelsesensorer.", Roles.QualityOfficer, Day: -14, Days: 10, State: BookingExampleState.Lent, Unit: 2),
        new(Flat, "Sensorpaket", "Prova sensorer i ett trapphus.", Roles.BenefitOwner, Day: -30, Days: 5, State: BookingExampleState.Returned, Unit: 3, Words: "En sensor tappar kontakten. Resten är helt."),
        new(Kitchen, "Köket", "Prova timbalpuréer med boende på Tallen.", Roles.BenefitOwner, Day: 3, Hours: "09:00-12:00"),
        new(Kitchen, "Provbordet", "Smaktest av näringsdrycker.", Roles.QualityOfficer, Day: 3, Hours: "13:00-15:00", State: BookingExampleState.Requested),
        new(Kitchen, "Köket", "Öva på anpassade bestick.", Roles.AccessibilityAdvisor, Day: 5, Hours: "10:00-11:30"),
        new(Kitchen, "Köket", "Bakning med pensionärsföreningen.", Roles.IdeaBoard, Day: 5, Hours: "08:00-16:00", State: BookingExampleState.Declined, Words: "Köket är redan bokat en del av dagen. Välj gärna en annan dag."),
        new(Cars, "Elbil", "Köra den nya rutten till byarna.", Roles.Researcher, Day: 1, Hours: "08:00-15:00"),
        new(Cars, "Elbil", "Prova nyckelfri låsning hos tre hushåll.", Roles.BenefitOwner, Day: 1, Hours: "09:00-12:00", Unit: 2),
        new(Gym, "Salen", "Gångtest med åtta deltagare.", Roles.Researcher, Day: 4, Hours: "13:00-16:00"),
        new(Gym, "Gångmatta", "Gångtest med åtta deltagare.", Roles.Researcher, Day: 4, Hours: "13:00-16:00"),
        new(Library, "Rummet", "Prova den nya e-tjänsten för färdtjänst.", Roles.AccessibilityAdvisor, Day: 2, Hours: "10:00-12:00", State: BookingExampleState.Requested),
        new(Lab, "Stora rummet", "Workshop om scheman för natten.", Roles.IdeaBoard, Day: 0, Hours: "13:00-16:00"),
        new(Lab, "Lilla rummet", "Användartest av dokumentation i telefonen.", Roles.Researcher, Day: 7, Hours: "09:00-15:00"),
        new(null, "Väska med surfplattor", "Visa videosamtal på anhörigträffen.", Roles.AccessibilityAdvisor, Day: -2, Days: 6, State: BookingExampleState.Lent),
        new(null, "Balansplatta", "Mäta balans före och efter sex veckors träning.", Roles.Researcher, Day: 8, Days: 5, State: BookingExampleState.Requested),
    ];
}
