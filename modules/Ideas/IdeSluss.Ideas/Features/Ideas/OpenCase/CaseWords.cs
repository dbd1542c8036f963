using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.OpenCase;

/// <summary>What happened, in words for the office. Swedish, also the keys of the translations.</summary>
internal static class TimelineWords
{
    public static string Of(string kind) => kind switch
    {
        TimelineKinds.Received => "Idén kom in",
        TimelineKinds.Registered => "Registrerad",
        TimelineKinds.Assigned => "Fördelad",
        TimelineKinds.Edited => "Uppgifterna ändrades",
        TimelineKinds.Decided => "Beslut",
        TimelineKinds.TakenBack => "Beslutet togs tillbaka",
        TimelineKinds.Corrected => "Beslutet rättades",
        TimelineKinds.StageEntered => "Ny etapp",
        TimelineKinds.GateNotNeeded => "Beslutspunkten behövs inte",
        TimelineKinds.EvidenceNotNeeded => "Underlaget behövs inte",
        TimelineKinds.EvidenceSaved => "Underlag sparat",
        TimelineKinds.EvidenceReturned => "Underlaget behöver kompletteras",
        TimelineKinds.TrackChanged => "Spåret ändrades",
        TimelineKinds.Asked => "Fråga till idégivaren",
        TimelineKinds.Answered => "Svar från idégivaren",
        TimelineKinds.Advised => "Råd lämnat",
        TimelineKinds.Redirected => "Lämnad dit den hör hemma",
        TimelineKinds.Acknowledged => "Mottagen",
        TimelineKinds.TaskDone => "Uppgift klar",
        TimelineKinds.Withdrawn => "Idégivaren tog tillbaka idén",
        TimelineKinds.PromiseAtRisk => "Tiden är snart ute",
        TimelineKinds.Woken => "Tiden går igen",
        TimelineKinds.ConflictDeclared => "Jäv anmält",
        TimelineKinds.Translated => "Översatt",
        TimelineKinds.TranslationAsked => "Översättning önskas",
        TimelineKinds.WorkflowChanged => "Flyttad till en annan arbetsgång",
        TimelineKinds.LegalClockStarted => "En tid som lagen sätter räknas",
        TimelineKinds.LegalClockWarned => "En tid som lagen sätter är snart ute",
        TimelineKinds.LegalClockExtended => "En tid som lagen sätter förlängdes",
        TimelineKinds.LegalClockStopped => "En tid som lagen sätter avslutades",
        TimelineKinds.ConsultationAsked => "Samråd begärt",
        TimelineKinds.ConsultationAnswered => "Svar på samråd",
        TimelineKinds.ConsultationUnanswered => "Inget svar på samråd inom tiden",
        TimelineKinds.ConsultationWithdrawn => "Samråd återkallat",
        TimelineKinds.ReceiverProposed => "Enhet tillfrågad om att ta emot",
        TimelineKinds.ReceiverAccepted => "Enheten tar emot resultatet",
        TimelineKinds.ReceiverDeclined => "Enheten tackade nej",
        TimelineKinds.ReceiverEnded => "Åtagandet att ta emot gäller inte längre",
        TimelineKinds.MergeAsked => "Fråga till idégivaren om att slå ihop",
        TimelineKinds.MergeWithdrawn => "Frågan om att slå ihop gäller inte längre",
        TimelineKinds.MergeDeclined => "Idégivaren vill inte slå ihop",
        TimelineKinds.Merged => "Två idéer har slagits ihop",
        TimelineKinds.Unmerged => "Idéerna har delats igen",
        TimelineKinds.Imported => "Inläst från fil",
        TimelineKinds.TestStarted => "Testet har börjat",
        TimelineKinds.TestEnded => "Testet är slut",
        TimelineKinds.TestSupports => "Testet visade det vi trodde",
        TimelineKinds.TestRejects => "Testet visade inte det vi trodde",
        TimelineKinds.TestInconclusive => "Testet gav inget säkert svar",
        TimelineKinds.JudgingBegun => "Bedömare är tillfrågade",
        TimelineKinds.JudgingClosed => "Bedömningen är klar",
        TimelineKinds.JudgesFarApart => "Bedömarna ser olika på idén och ska prata ihop sig",
        TimelineKinds.JudgesTalked => "Bedömarna har pratat ihop sig",
        TimelineKinds.ReconsiderationAsked => "Idégivaren begär omprövning",
        TimelineKinds.DecisionStands => "Omprövat: beslutet står fast",
        TimelineKinds.DecisionChanged => "Omprövat: beslutet är ändrat",
        _ => kind,
    };
}

/// <summary>What a person should look at, in words.</summary>
internal static class SensitiveHintWords
{
    private static readonly (SensitiveHints Hint, string Words)[] All =
    [
        (SensitiveHints.Irregularity, "Kan vara ett missförhållande"),
        (SensitiveHints.Threat, "Kan innehålla ett hot"),
        (SensitiveHints.PersonalNumber, "Personnummer"),
        (SensitiveHints.Telephone, "Telefonnummer"),
        (SensitiveHints.EmailAddress, "E-postadress"),
        (SensitiveHints.Name, "Namn"),
        (SensitiveHints.NamedPersonsHealth, "Namngiven persons hälsa"),
        (SensitiveHints.OtherLanguage, "Annat språk än svenska"),
        (SensitiveHints.SeveralMatters, "Flera saker i samma text"),
    ];

    public static IReadOnlyList<string> Of(SensitiveHints hints) => [.. All.Where(one => hints.HasFlag(one.Hint)).Select(one => one.Words)];
}

/// <summary>How someone gets their answer, in words.</summary>
internal static class AnswerWayWords
{
    public static string Of(string way) => Enum.TryParse<AnswerWay>(way, out var known) ? Of(known) : way;

    public static string Of(AnswerWay way) => way switch
    {
        AnswerWay.Email => "E-post",
        AnswerWay.Account => "Inloggad: läser under Mina idéer",
        AnswerWay.Telephone => "Telefon: vi ringer",
        AnswerWay.Letter => "Brev",
        _ => "Läser själv med sin kod",
    };

    public static string Submitter(string kind) => kind switch
    {
        nameof(SubmitterKind.Employee) => "Arbetar i kommunen",
        nameof(SubmitterKind.Elected) => "Förtroendevald",
        nameof(SubmitterKind.Organisation) => "Förening eller företag",
        _ => "Invånare",
    };
}
