using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

/// <summary>What those who judge and those who ask them are told by mail, with the next save: number, day and link, never what anyone has written.</summary>
internal sealed class ReviewMail(EvaluationDbContext db, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    public Guid? Ask(Round round, Review review, PersonInfo person) => Send(person, round,
        "Vill du bedöma {0}?", "Hej!\n\nDu är tillfrågad om att bedöma idén {0}. Det tar några minuter. Svara senast {1}:\n{2}\n\nKan du inte, eller är du partisk? Säg det på samma sida, så frågar vi någon annan.\n",
        $"/mina-bedomningar/{review.Id}", round.OpensAt > time.GetUtcNow() ? round.OpensAt : null);

    public void Remind(Round round, Review review, PersonInfo person) => Send(person, round,
        "Påminnelse: bedöm {0}", "Hej!\n\nDin bedömning av idén {0} väntar. Svara senast {1}:\n{2}\n\nKan du inte? Säg det på samma sida, så frågar vi någon annan.\n", $"/mina-bedomningar/{review.Id}");

    public void NoLonger(Round round, PersonInfo person) => Send(person, round, "Du behöver inte bedöma {0}", "Hej!\n\nDu behöver inte längre bedöma idén {0}. Det du skulle bedöma finns här:\n{2}\n", "/mina-bedomningar");

    /// <summary>To the one who asked.</summary>
    public void Missing(Round round, PersonInfo person) => Send(person, round, "En bedömare saknas för {0}", "Hej!\n\nNågon som skulle bedöma idén {0} kan inte, och ingen annan är tillfrågad. Välj någon annan eller avsluta bedömningen:\n{2}\n", $"/arbete/bedomning/{round.Id}");

    public void Talk(Round round, PersonInfo person) => Send(person, round,
        "Bedömarna ser olika på {0}", "Hej!\n\nDe som har bedömt idén {0} ser så olika på den att de behöver prata med varandra. Se var de skiljer sig, och skriv vad ni kom fram till:\n{2}\n", $"/arbete/bedomning/{round.Id}");

    /// <summary>To the coach: a rule wants the idea judged, and found nobody who may.</summary>
    public void Nobody(string caseNumber, PersonInfo coach) => Send(coach, caseNumber, "Ingen kan bedöma {0}",
        "Hej!\n\nEn regel säger att idén {0} ska bedömas före nästa beslut, men ingen av bedömarna kan: de är partiska, borta eller har fullt. Fråga någon själv, eller låt den beslutas utan bedömning:\n{2}\n", null, $"/arbete/bedomning/ny/{caseNumber}", null);

    private Guid? Send(PersonInfo person, Round round, string subject, string body, string place, DateTimeOffset? notBefore = null) => Send(person, round.CaseNumber, subject, body, round.LastDay, place, notBefore);

    private Guid? Send(PersonInfo person, string caseNumber, string subject, string body, DateOnly? lastDay, string place, DateTimeOffset? notBefore)
    {
        if (!person.IsActive) return null;
        using var _ = new SpeakingTo(person.Language);
        return db.Send(new OutgoingMail(person.Email, texts[subject, caseNumber], texts[body, caseNumber, lastDay?.ForPeople(time.StockholmToday()) ?? "", instance.PublicAddress + place], caseNumber, notBefore));
    }
}
