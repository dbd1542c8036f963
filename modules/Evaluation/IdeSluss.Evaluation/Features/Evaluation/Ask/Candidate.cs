using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

/// <summary>Someone who judges here.</summary>
/// <param name="UnitId">Where they work; null when nobody has said.</param>
/// <param name="Waiting">Judgements that wait for them now.</param>
/// <param name="SentLately">Those they have sent in the last twelve months.</param>
internal sealed record Candidate(PersonInfo Person, Guid? UnitId, IReadOnlyList<string> Competences, int Waiting, int MostWaiting, int SentLately, DateOnly? AwayUntil, Guid? DeputyId)
{
    /// <summary>Units that the person has a tie to, by their own words.</summary>
    public IReadOnlyList<Guid> TiedUnits { get; init; } = [];

    /// <summary>The municipality has chosen them to judge or advise everywhere, so that their own unit need not be known.</summary>
    public bool Appointed { get; init; }

    /// <summary>Has said that they are not impartial to this very idea.</summary>
    public bool TiedHere { get; init; }
}

/// <summary>Why someone is not asked about an idea.</summary>
internal enum Hinder
{
    Submitter,
    CoSubmitter,
    Declared,
    TiedUnit,
    SameUnit,
    Asked,
    Away,

    /// <summary>Enough waits already: only by hand.</summary>
    Full,

    /// <summary>Nobody has said where they work, so that it cannot be seen whether it is the idea's own unit: only by hand.</summary>
    UnitUnknown,
}

/// <summary>Whether someone may judge an idea (FL 16–18 §§ and the sheet's own rule), looked at before anyone is asked. Pure.</summary>
internal static class HinderRules
{
    /// <param name="ideaUnits">The idea's units with all below them.</param>
    /// <param name="asked">Who has been asked in this round.</param>
    public static Hinder? Of(Candidate candidate, CaseTie? tie, IReadOnlyCollection<Guid> ideaUnits, bool sameUnitMatters, IReadOnlyCollection<Guid> asked, DateOnly today) => candidate switch
    {
        _ when tie == CaseTie.Submitter => Hinder.Submitter,
        _ when tie == CaseTie.CoSubmitter => Hinder.CoSubmitter,
        _ when tie == CaseTie.Declared || candidate.TiedHere => Hinder.Declared,
        _ when candidate.TiedUnits.Any(ideaUnits.Contains) => Hinder.TiedUnit,
        { UnitId: { } unit } when sameUnitMatters && ideaUnits.Contains(unit) => Hinder.SameUnit,
        _ when asked.Contains(candidate.Person.Id) => Hinder.Asked,
        { AwayUntil: { } until } when until >= today => Hinder.Away,
        _ when candidate.Waiting >= candidate.MostWaiting => Hinder.Full,
        { UnitId: null, Appointed: false } when sameUnitMatters => Hinder.UnitUnknown,
        _ => null,
    };

    /// <summary>A person may choose them all the same.</summary>
    public static bool ByHand(Hinder? hinder) => hinder is null or Hinder.Full or Hinder.UnitUnknown;

    public static Text Say(Hinder hinder) => hinder switch
    {
        Hinder.Submitter => "Har lämnat idén",
        Hinder.CoSubmitter => "Står bakom idén tillsammans med någon annan",
        Hinder.Declared => "Har anmält jäv",
        Hinder.TiedUnit => "Har anmält jäv för enheten",
        Hinder.SameUnit => "Arbetar i enheten som idén gäller",
        Hinder.Asked => "Är redan tillfrågad",
        Hinder.Away => "Är borta",
        Hinder.Full => "Har redan så många som man ska ha",
        _ => "Det går inte att se om personen arbetar i enheten. Lägg in enheten först",
    };
}
