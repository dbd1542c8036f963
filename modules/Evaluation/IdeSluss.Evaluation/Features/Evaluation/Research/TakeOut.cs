using System.Globalization;
using System.Text;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

/// <summary>A researcher takes out what is agreed, while it is agreed. Who, when and how much is written down before a row leaves.</summary>
internal sealed class TakeOut(EvaluationDbContext db, WriteCodebook codebooks, IInstanceSecret secret, CurrentUser me, TimeProvider time)
{
    private const int MostRows = 1_000_000;

    /// <param name="codebook">The version that the researcher has and will read the file by.</param>
    /// <returns>The file, as a spreadsheet and a program read it.</returns>
    public async Task<Outcome<string>> HandleAsync(Guid agreementId, string? codebook, CancellationToken cancellationToken)
    {
        var mine = me.RequiredId;
        if (await db.ResearchAgreements.AsNoTracking().FirstOrDefaultAsync(one => one.Id == agreementId && one.ResearcherId == mine, cancellationToken) is not { } agreement) return KeepAgreements.NoSuchAgreement;
        if (!agreement.Holds(time.StockholmToday())) return Problem.Conflict("Avtalet har gått ut. Be kommunen om ett nytt.");
        var current = (await codebooks.OfTodayAsync(cancellationToken)).Version;
        if (agreement.Codebook != current) return Problem.Conflict("Kodboken har ändrats sedan avtalet skrevs. Be kommunens systemförvaltare godkänna den nya.");
        if (codebook != current) return Problem.Conflict("Kodboken som du har är inte den som gäller. Hämta den nya och försök igen.");
        var (wanted, everything) = (agreement.Tables, agreement.Tables.Contains(ResearchTable.Public));
        var figures = await db.Figures.AsNoTracking().Where(one => wanted.Contains(one.What) || (everything && !EF.Functions.Like(one.What, ResearchTable.OwnCodes))).OrderBy(one => one.Period).ThenBy(one => one.What).ThenBy(one => one.Id).Take(MostRows).ToListAsync(cancellationToken);
        var (export, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        db.ResearchExports.Add(new() { Id = export, AgreementId = agreement.Id, At = now, Rows = figures.Count, Codebook = current });
        db.Audit(new("evaluation.research-taken-out", "research-agreement", agreement.Id, mine, null, new Dictionary<string, string> { ["export"] = export.ToString(), ["rows"] = figures.Count.ToString(CultureInfo.InvariantCulture), ["codebook"] = current }));
        await db.SaveChangesAsync(cancellationToken);
        return Write(agreement.Id, figures);
    }

    private string Write(Guid agreement, IReadOnlyList<QuarterFigure> figures)
    {
        var text = new StringBuilder("period;table;dimension1;part1;dimension2;part2;dimension3;part3;count;state;median;ninth\n");
        foreach (var one in figures)
        {
            var parts = one.Dimensions.Zip(one.Parts).Where(pair => pair.Second.Length > 0).Select(pair => (pair.First, Part: pair.First is Dimensions.Authority or Dimensions.Unit ? Pseudonym(agreement, pair.Second) : pair.Second)).ToList();
            text.Append(one.Period).Append(';').Append(one.What);
            for (var at = 0; at < PrivacyLevel.Research.MostDimensions; at++) text.Append(';').Append(at < parts.Count ? parts[at].First : "").Append(';').Append(at < parts.Count ? parts[at].Part : "");
            // Everyone may read five to nine; in an export the agreed limit holds.
            var few = one.State == CellState.Shown && one.Count > 0 && one.Count < PrivacyLevel.Research.FewestInCell;
            text.Append(';').Append(one.State == CellState.Shown && !few ? one.Count.ToString(CultureInfo.InvariantCulture) : "").Append(';').Append(one.Median is not null ? "" : few ? nameof(CellState.Few) : one.State.ToString())
                .Append(';').Append(one.Median?.ToString(CultureInfo.InvariantCulture)).Append(';').Append(one.Ninth?.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same in all exports of an agreement, another in another's.</summary>
    private string Pseudonym(Guid agreement, string code) => "N-" + Convert.ToHexString(secret.Derive("evaluation.research", Encoding.UTF8.GetBytes($"{agreement:N}|{code}")).AsSpan(0, 4));
}
