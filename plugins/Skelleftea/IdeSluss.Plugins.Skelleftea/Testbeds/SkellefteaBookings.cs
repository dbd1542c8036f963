using IdeSluss.People.Contracts;
using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Plugins.Skelleftea.Testbeds;

/// <summary>Invented equipment, bookings and loans, so that calendars and queues of a demo have something in them.</summary>
internal static class SkellefteaBookings
{
    private const string Talk = "Kommunikationsrummet", Practice = "Assistansens övningslägenhet", Bus = "Resan till jobbet", Senses = "Lundens sinnesrum", Workshop = "Kvalitetsverkstan", House = "Trähusets mätvåning";

    public static IReadOnlyList<EquipmentExample> Equipment { get; } =
    [
        new("SK-SOS", "Låda med bildstöd, samtalskartor och en talande penna. Passar när man vill höra många som har svårt att uttrycka sig.", new("Samtalslåda", ResourceKind.Equipment, 3)),
        new("SK-SOS-PA", "Mobil lyft som går att prova hemma. Arbetsterapeuten visar den.", new("Provlyft", ResourceKind.Equipment)),
        new("KLK-KF", "Inspelningsutrustning för användartester. Fråga alltid dem som filmas först.", new("Kamera och mikrofon", ResourceKind.Equipment, Approval: ApprovalPolicy.WithoutRole)),
    ];

    public static IReadOnlyList<ClosureExample> Closures { get; } = [new(Talk, "Hörselslingan kontrolleras", Day: 9), new(Practice, "Taklyftarna besiktigas", Day: 21, Days: 2)];

    public static IReadOnlyList<BookingExample> Bookings { get; } =
    [
        new(Talk, "Rummet", "Prova ögonstyrning med fyra personer i daglig verksamhet.", Roles.Researcher, Day: 3, Hours: "09:00-12:00"),
        new(Talk, "Rummet", "Visa samtalsapparater för anhöriga.", Roles.AccessibilityAdvisor, Day: 3, Hours: "10:00-11:30", State: BookingExampleState.Waiting),
        new(Talk, "Rummet", "Teckentolk på distans, första provet.", Roles.QualityOfficer, Day: 5, Hours: "13:00-15:00", State: BookingExampleState.Requested),
        new(Talk, "Ögonstyrd dator", "Prova hemma hos en deltagare i två veckor.", Roles.Researcher, Day: -4, Days: 10, State: BookingExampleState.Lent),
        new(Talk, "Samtalsapparat", "Jämföra två symbolspråk på en gruppbostad.", Roles.BenefitOwner, Day: -15, Days: 10, State: BookingExampleState.Lent),
        new(Talk, "Samtalsapparat", "Prova på bussen till jobbet.", Roles.EqualityAdvisor, Day: -30, Days: 5, State: BookingExampleState.Returned, Unit: 2, Words: "Hel och ren. Batteriet räcker kortare än förut."),
        new(Practice, "Lägenheten", "Öva förflyttning med nya assistenter.", Roles.BenefitOwner, Day: 6, Days: 2),
        new(Practice, "Lägenheten", "Prova höj- och sänkbart kök med sex personer.", Roles.Researcher, Day: 12, Days: 3, State: BookingExampleState.Requested),
        new(Practice, "Omgivningskontroll", "Styra lampor med röst på en gruppbostad.", Roles.Researcher, Day: 8, Days: 10),
        new(Bus, "Resan", "Prova reseappen med handledare.", Roles.AccessibilityAdvisor, Day: 2, Hours: "09:00-11:00"),
        new(Senses, "Rummet", "Mäta puls före och efter en stund i rummet.", Roles.Researcher, Day: 4, Hours: "13:00-14:30"),
        new(Senses, "Rummet", "Personalmöte.", Roles.IdeaBoard, Day: 4, Hours: "13:00-15:00", State: BookingExampleState.Declined, Words: "Rummet är till för dem som behöver lugn. Boka ett mötesrum i stället."),
        new(Workshop, "Verkstan", "Sprint: enklare beslut om boendestöd.", Roles.IdeaBoard, Day: 0, Hours: "13:00-16:00"),
        new(Workshop, "Verkstan", "Prototyper av skyltar i bild.", Roles.AccessibilityAdvisor, Day: 7, Hours: "09:00-16:00", State: BookingExampleState.Requested),
        new(Workshop, "3D-skrivare", "Skriva ut grepp till bestick.", Roles.BenefitOwner, Day: 1, Hours: "08:00-16:00"),
        new(House, "Mötesrum", "Gå igenom mätningar av buller.", Roles.Researcher, Day: 2, Hours: "10:00-12:00"),
        new(House, "Sensorpaket", "Mäta luft i ett klassrum.", Roles.QualityOfficer, Day: -1, Days: 8, State: BookingExampleState.Lent),
        new(null, "Samtalslåda", "Fråga deltagarna vad de tycker om matlistan.", Roles.AccessibilityAdvisor, Day: -2, Days: 6, State: BookingExampleState.Lent),
        new(null, "Provlyft", "Prova lyften hemma hos två personer.", Roles.Researcher, Day: 8, Days: 5, State: BookingExampleState.Requested),
    ];
}
