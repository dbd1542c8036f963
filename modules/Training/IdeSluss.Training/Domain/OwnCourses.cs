using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Domain;

/// <param name="Lesson">Title of the first lesson; its text is in <c>Lessons/{code}.1.md</c>.</param>
internal sealed record CourseSeed(
    string Code, string Title, string EnglishTitle, string Purpose, string EnglishPurpose, CourseKind Kind, CourseLevel Level, decimal Hours,
    IReadOnlyList<string> Outcomes, IReadOnlyList<string> EnglishOutcomes, string Lesson, string EnglishLesson)
{
    public IReadOnlyList<string> Prerequisites { get; init; } = [];
    public int? ValidityMonths { get; init; }
    public bool ManagerApproves { get; init; }
    public bool CompletedByReading { get; init; }
}

/// <summary>The twelve courses that an instance starts with (<c>domain.md</c> 4.2). What somebody has changed or retired stays so.</summary>
internal static class OwnCourses
{
    public const string Accessibility = "Lokalen har hörselslinga och går att nå utan trappor. Bilderna läses upp. Säg till om du behöver tolk, texten i förväg eller något annat.";
    public const string EnglishAccessibility = "The room has a hearing loop and can be reached without stairs. Pictures are read out. Tell us if you need an interpreter, the text beforehand or something else.";

    public static IReadOnlyList<CourseSeed> All { get; } =
    [
        new("POL-101", "Innovationsprocesser och politisk styrning", "Innovation processes and political steering",
            "Hur en idé blir till en prövad förändring, och vad det betyder för den som styr: att peka ut problem i stället för lösningar, ge mandat att pröva och fråga efter lärdomar.",
            "How an idea becomes a tried change, and what that means for those who steer: pointing out problems instead of solutions, giving a mandate to try, and asking for lessons.",
            CourseKind.Course, CourseLevel.Basic, 3,
            ["Förklara etapperna från behov till effekt för en väljare", "Skilja på ett mål och en lösning i nämndens egna styrdokument", "Säga när nämnden beslutar och när en tjänsteperson gör det", "Ställa tre frågor som leder till lärdomar"],
            ["Explain the stages from need to effect to a voter", "Tell a goal from a solution in the committee's own documents", "Say when the committee decides and when an official does", "Ask three questions that lead to lessons"],
            "Vad en idésluss är, och var politiken kommer in", "What an idea sluice is, and where politics comes in"),
        new("POL-201", "Beslut under osäkerhet: mandat, roller, uppföljning", "Deciding under uncertainty: mandate, roles, follow-up",
            "En dialog om mandat: vad nämnden vill bestämma själv, vad den överlåter, och hur den får veta om det blev bra.",
            "A dialogue on mandates: what the committee wants to decide itself, what it hands over, and how it gets to know whether it went well.",
            CourseKind.Workshop, CourseLevel.Advanced, 3,
            ["Skriva ett mandat att pröva i fem meningar", "Läsa ett beslutsunderlag bakifrån och se vad som saknas", "Skilja på osäkerhet som går att testa bort och frågor om vilja"],
            ["Write a mandate to try in five sentences", "Read a decision basis backwards and see what is missing", "Tell uncertainty that a test removes from questions of will"],
            "Att besluta när ingen vet säkert", "Deciding when nobody knows for sure") { Prerequisites = ["POL-101"] },
        new("CHE-101", "Leda innovation i vardagen", "Leading innovation in everyday work",
            "För dig som leder andra: hur du tar emot en idé, väljer spår, ger tid och gör det tryggt att pröva.",
            "For you who lead others: how to receive an idea, choose a track, give time and make trying safe.",
            CourseKind.Course, CourseLevel.Basic, 4,
            ["Ta emot en idé så att fler vågar komma", "Välja mellan spåren Gör nu, Liten och Full", "Ge tid och låta något annat vänta", "Leda ett samtal om ett test som inte gick som ni trodde"],
            ["Receive an idea so that more people dare to come", "Choose between the tracks Do now, Small and Full", "Give time and let something else wait", "Lead a talk about a test that did not go as you thought"],
            "Det första svaret", "The first answer"),
        new("CHE-201", "Chefsstöd: från behov till beslut", "Manager support: from need to decision",
            "Verkstad med mallarna i chefsstödet. Du arbetar med en egen idé och går hem med ett underlag.",
            "A workshop with the templates of the manager support. You work on an idea of your own and go home with a decision basis.",
            CourseKind.Workshop, CourseLevel.Advanced, 4,
            ["Formulera ett behov utan att nämna lösningen", "Välja rätt mall för nästa beslut", "Göra en nollmätning", "Lägga fram två alternativ, varav ett är att låta bli"],
            ["Put a need into words without naming the solution", "Choose the right template for the next decision", "Take a baseline", "Put forward two options, one of which is not to"],
            "Vilken mall, och när?", "Which template, and when?") { Prerequisites = ["CHE-101"] },
        new("COA-101", "Idécoach grund", "Idea coach, basic course",
            "Grunden för dig som tar emot, sorterar och följer idéer.", "The basics for you who receive, sort and follow ideas.",
            CourseKind.Course, CourseLevel.Basic, 7,
            ["Sortera en idé på tre minuter i rätt ordning", "Skriva en behovsmening och en text som alla får läsa", "Känna igen det som ska någon annanstans, och det som är bråttom", "Svara nej så att det går att förstå"],
            ["Sort an idea in three minutes in the right order", "Write a need sentence and a text that everyone may read", "Recognise what belongs elsewhere, and what is urgent", "Say no so that it can be understood"],
            "Ditt uppdrag, och så sorterar du", "Your task, and how to sort") { ManagerApproves = true },
        new("COA-201", "Testledning och risk", "Leading tests, and risk",
            "För dig som leder test i testbäddar: en fråga som går att besvara, risker som är bedömda, och deltagare som är trygga.",
            "For you who lead tests in test beds: a question that can be answered, risks that are judged, and participants who are safe.",
            CourseKind.Course, CourseLevel.Advanced, 7,
            ["Skriva ett antagande, ett framgångskriterium och ett stoppkriterium", "Göra en riskanalys och avgöra om testet får starta", "Avgöra om etikprövning, konsekvensbedömning eller reglerna för medicinteknik kommer in", "Avsluta ett test så att lärdomen finns kvar"],
            ["Write an assumption, a criterion of success and a criterion for stopping", "Make a risk analysis and tell whether the test may start", "Tell whether ethical review, an impact assessment or the rules for medical devices come in", "End a test so that the lesson stays"],
            "Ett test är en fråga", "A test is a question") { Prerequisites = ["GDP-101"], ValidityMonths = 24, ManagerApproves = true },
        new("JAM-101", "Jämställdhet och normer i innovation", "Gender equality and norms in innovation",
            "Vems idéer blir av, och vem löser lösningen problemet för? Metoden 4R, normer och vad som ska stå i beslutsunderlaget.",
            "Whose ideas come true, and whose problem does the solution solve? The 4R method, norms, and what belongs in the decision basis.",
            CourseKind.Course, CourseLevel.Basic, 2,
            ["Fylla i Representation och Resurser redan när behovet undersöks", "Granska en inbjudan med åtta frågor", "Skriva vad ett förslag betyder för kvinnor och för män"],
            ["Fill in Representation and Resources already when the need is examined", "Check an invitation with eight questions", "Write what a proposal means for women and for men"],
            "Vems idéer blir av?", "Whose ideas come true?") { CompletedByReading = true },
        new("TIL-101", "Tillgänglighet och universell utformning", "Accessibility and universal design",
            "Att tänka på olikheter från början: sju situationer att gå igenom, vad lagen kräver och enkla regler som räcker långt.",
            "Thinking of differences from the start: seven situations to go through, what the law demands, and simple rules that go a long way.",
            CourseKind.Course, CourseLevel.Basic, 2,
            ["Gå igenom sju situationer för en tjänst, en lokal eller ett möte", "Göra en text, en bild och en film möjlig att ta del av för fler", "Veta vem du frågar, och när"],
            ["Go through seven situations for a service, a place or a meeting", "Make a text, a picture and a film usable for more people", "Know whom to ask, and when"],
            "Börja med situationer", "Start with situations") { CompletedByReading = true },
        new("NYT-101", "Nyttorealisering", "Benefit realisation",
            "Från effektkedja till uppföljning: vad som ska bli bättre, hur det mäts och vem som ser till att det händer.",
            "From effect chain to follow-up: what should get better, how it is measured and who makes it happen.",
            CourseKind.Course, CourseLevel.Basic, 3,
            ["Rita en effektkedja och hitta antagandet i den", "Göra en nollmätning med mått, värde, källa och datum", "Räkna på fem år och visa hur säker varje siffra är"],
            ["Draw an effect chain and find the assumption in it", "Take a baseline with measure, value, source and date", "Calculate for five years and show how sure each figure is"],
            "Nyttan uppstår när någon gör på ett annat sätt", "The benefit comes when somebody does otherwise") { CompletedByReading = true },
        new("GDP-101", "Dataskydd, sekretess och allmänna handlingar i idéarbete", "Data protection, secrecy and public documents in idea work",
            "Vad du får spara, visa och lämna ut när människor skriver om sin vardag, och vad du gör när något går fel.",
            "What you may keep, show and hand out when people write about their everyday lives, and what to do when something goes wrong.",
            CourseKind.Course, CourseLevel.Basic, 2,
            ["Skilja på offentlig och publicerad", "Ställa fyra frågor om en personuppgift", "Veta vad du gör den första timmen när uppgifter har kommit bort"],
            ["Tell public from published", "Ask four questions about personal data", "Know what to do in the first hour when data has gone astray"],
            "Allmän handling från första stund", "A public document from the first moment") { ValidityMonths = 24, CompletedByReading = true },
        new("UPP-101", "Innovationsupphandling", "Innovation procurement",
            "Att köpa så att nya lösningar blir möjliga: funktionskrav, öppen dialog med marknaden och test som inte ger någon försprång.",
            "Buying so that new solutions become possible: functional requirements, open talks with the market, and tests that give nobody a head start.",
            CourseKind.Lecture, CourseLevel.Basic, 2,
            ["Skriva om ett krav till en funktion som går att prova", "Prata med marknaden så att alla får veta samma sak", "Veta när upphandlaren ska med"],
            ["Turn a requirement into a function that can be tried", "Talk to the market so that everyone gets to know the same", "Know when to bring in the purchaser"],
            "Upphandla ett problem, inte en produkt", "Procure a problem, not a product"),
        new("SPR-101", "Innovationssprint", "Innovation sprint",
            "Fem arbetsdagar från behov till koncept. För dig som vill leda eller vara med i en sprint.",
            "Five working days from need to concept. For you who want to lead or take part in a sprint.",
            CourseKind.Workshop, CourseLevel.Basic, 6,
            ["Avgöra om en sprint passar", "Sätta ihop en grupp där behovet finns med", "Planera fem dagar och veckan efter"],
            ["Tell whether a sprint is the right thing", "Put together a group that includes the need", "Plan five days and the week after"],
            "Fem dagar från behov till koncept", "Five days from need to concept"),
    ];

    /// <summary>In the order one takes them.</summary>
    public static IReadOnlyList<(RoleTrack Track, string[] Required, string[] Recommended)> Tracks { get; } =
    [
        (RoleTrack.ElectedMember, ["POL-101", "POL-201"], ["JAM-101", "TIL-101", "GDP-101"]),
        (RoleTrack.Manager, ["CHE-101", "CHE-201"], ["NYT-101", "JAM-101", "TIL-101", "GDP-101", "UPP-101", "SPR-101"]),
        (RoleTrack.IdeaCoach, ["COA-101", "GDP-101", "JAM-101", "TIL-101"], ["SPR-101", "NYT-101", "COA-201"]),
        (RoleTrack.Staff, [], ["SPR-101", "TIL-101", "GDP-101"]),
        (RoleTrack.Reviewer, ["JAM-101", "TIL-101"], ["NYT-101", "GDP-101"]),
        (RoleTrack.TestLeader, ["GDP-101", "COA-201"], ["TIL-101", "NYT-101"]),
        (RoleTrack.Resident, [], ["SPR-101", "TIL-101"]),
    ];
}
