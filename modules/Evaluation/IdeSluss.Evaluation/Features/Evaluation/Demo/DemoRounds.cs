using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Demo;

/// <summary>Invented judgements of the demo's ideas: some that agree, two that are far apart, one under way, so that every page is worth looking at. By the same rules, with nobody told.</summary>
internal sealed class DemoRounds(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory people, IOrganisation organisation, Proposals proposals, StartRound start, TimeProvider time) : ISeeder
{
    private const int MostPerGate = 4;

    /// <summary>One round: a line for each who judges, a step for each criterion.</summary>
    private static readonly string[][] Patterns = [["4434", "4333", "5434"], ["4344", "4443", "4434"], ["5512", "2145", "4333"], ["3323", "3233", "2333"]];

    private static readonly string[] Whys =
    [
        "Behovet är väl beskrivet och flera har berättat samma sak. Jag är mindre säker på vem som tar hand om det sedan.",
        "Det här gör vardagen lättare för dem som har minst ork. Kostnaden är liten om vi börjar på en enhet.",
        "Bra tanke, men mätningen är svag. Bestäm före start vad som ska räknas, annars vet vi inte om det blev bättre.",
    ];

    /// <summary>After the ideas and their tests.</summary>
    public int Order => 220;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await AddReviewersAsync(cancellationToken);
        foreach (var gate in new[] { Gates.Implement, Gates.Evaluate, Gates.Test, Gates.Need })
        {
            if (await start.SheetsOfAsync(gate, cancellationToken) is not [var sheet, ..]) continue;
            var ideas = (await cases.WaitingAsync(gate, Tracks.Full, PermissionScope.All, 100, cancellationToken)).Where(idea => idea.Title is not null).Take(MostPerGate).ToList();
            for (var at = 0; at < ideas.Count; at++) await AddAsync(ideas[at], gate, sheet, at, underWay: at == ideas.Count - 1 && gate is (Gates.Need or Gates.Test), cancellationToken);
        }
    }

    /// <summary>Managers, the one who answers for benefits and the test lead take part beside the board and the advisers.</summary>
    private async Task AddReviewersAsync(CancellationToken cancellationToken)
    {
        var units = await organisation.UnitsAsync(cancellationToken);
        var holders = (await people.HoldersAsync([Roles.NeedOwner, Roles.TestLead, Roles.BenefitOwner, Roles.QualityOfficer], cancellationToken)).DistinctBy(one => one.Person.Id).ToList();
        for (var at = 0; at < holders.Count; at++)
        {
            var holder = holders[at];
            db.Reviewers.Add(new()
            {
                PersonId = holder.Person.Id, UnitId = holder.UnitId ?? (units.Count > 0 ? units[^(1 + (at % units.Count))].Id : null), MostWaiting = 4, ChangedAt = time.GetUtcNow(),
                Competences = holder.Role switch { Roles.TestLead => ["teknik"], Roles.BenefitOwner => ["ekonomi"], Roles.QualityOfficer => ["vard-omsorg", "juridik"], _ => ["arbetsmiljo", "arbetssatt"] },
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddAsync(JudgedCase idea, string gate, ChosenSheet sheet, int place, bool underWay, CancellationToken cancellationToken)
    {
        var chosen = (await proposals.OfAsync(idea, sheet.Content, Proposals.Usual, [], [], cancellationToken)).Where(one => one.Proposed).Select(one => one.Candidate).ToList();
        if (chosen.Count < Proposals.Usual) return;
        var begun = time.GetUtcNow().AddDays(-(underWay ? 3 : 24 + place));
        var round = new Round
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.IdeaId, CaseNumber = idea.CaseNumber, Gate = gate, AuthorityId = idea.AuthorityId, UnitId = idea.UnitId, SheetId = sheet.Id, SheetVersionId = sheet.VersionId, OpensAt = begun,
            LastDay = WorkingDays.Add(begun.StockholmDay(), StartRound.UsualWorkingDays), Wanted = chosen.Count, StartedById = idea.CoachId, StartedAt = begun,
        };
        db.Rounds.Add(round);
        var reviews = chosen.Select((one, at) => ReviewOf(round, one, sheet.Content, Patterns[place % Patterns.Length][at], at, underWay && at > 0)).ToList();
        db.Reviews.AddRange(reviews);
        if (!underWay) Close(round, sheet.Content, reviews, talked: gate == Gates.Implement);
        await db.SheetVersions.Where(one => one.Id == sheet.VersionId).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, one => one.LockedAt ?? begun), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await cases.TellAsync(new(idea.IdeaId, JudgementNewsKind.Begun, idea.CoachId, begun), cancellationToken);
        if (round.ClosedAt is { } closed) await cases.TellAsync(new(idea.IdeaId, JudgementNewsKind.Closed, null, closed), cancellationToken);
    }

    private static Review ReviewOf(Round round, Candidate person, SheetContent content, string steps, int at, bool waits)
    {
        var review = new Review { Id = Guid.CreateVersion7(), RoundId = round.Id, ReviewerId = person.Person.Id, UnitId = person.UnitId, AskedAt = round.StartedAt };
        if (waits) return review;
        var answers = new JsonObject();
        for (var criterion = 0; criterion < content.Criteria.Count; criterion++) answers[content.Criteria[criterion].Key] = steps[criterion % steps.Length].ToString(CultureInfo.InvariantCulture);
        foreach (var one in content.KnockOuts) answers[one.Key] = one.Stops == "ja" ? "nej" : "ja";
        answers[SheetForm.Why] = Whys[at % Whys.Length];
        (review.State, review.Answers, review.SentAt) = (ReviewState.Sent, answers.ToJsonString(), round.StartedAt.AddDays(2 + at));
        (review.EndedAt, review.Score) = (review.SentAt, Judgement.Of(content, new Answers(answers)).Score(RoundResult.WeightsOf(content)));
        return review;
    }

    private static void Close(Round round, SheetContent content, List<Review> reviews, bool talked)
    {
        (round.ClosedAt, round.End) = (round.StartedAt.AddDays(5), RoundEnd.AllSent);
        if (!Closing.ResultOf(content, reviews).FarApart) return;
        round.TalkNeededAt = round.ClosedAt;
        if (!talked) return;
        (round.TalkedAt, round.TalkedById, round.Agreed) = (round.StartedAt.AddDays(8), reviews[0].ReviewerId, false);
        round.TalkText = "Vi är överens om att nyttan finns, men inte om hur stor den är. Den ena av oss räknade bara på den egna enheten. Vi ser fortfarande olika på om verksamheten är redo; det bör chefen svara på före beslutet.";
    }
}
