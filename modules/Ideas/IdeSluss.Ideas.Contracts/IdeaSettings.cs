using System.Globalization;
using IdeSluss.Sdk.Slots;

namespace IdeSluss.Ideas.Contracts;

/// <summary>How case numbers look; the municipality's plugin provides exactly one. Safe in an address: no spaces or slashes.</summary>
/// <param name="Pattern"><c>{YY}</c> or <c>{YYYY}</c> the year of arrival, <c>{SEQ}</c> or <c>{SEQ:6}</c> the sequence, padded.</param>
/// <example><code>new CaseNumberPattern("{YY}IDE{SEQ}").Format(2025, 142)  // 25IDE142
/// new CaseNumberPattern("IDE-{YYYY}-{SEQ:6}").Format(2025, 142)  // IDE-2025-000142</code></example>
public sealed record CaseNumberPattern(string Pattern)
{
    public string Format(int year, long sequence) =>
        Pattern
            .Replace("{YYYY}", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{YY}", (year % 100).ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{SEQ:6}", sequence.ToString("000000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{SEQ}", sequence.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>
/// How the register's diary numbers look, given later and apart from the case number by the register or a connector; the municipality's plugin provides it.
/// </summary>
/// <param name="Format"><c>{YY}</c>, <c>{YYYY}</c>, <c>{AUTHORITY}</c>, <c>{SEQ}</c> or padded <c>{SEQ:6}</c>, <c>{CLASS}</c>.</param>
/// <param name="Regex">What a diary number that someone types must match.</param>
public sealed record DiaryNumberPattern(string Format, string Regex);

/// <summary>A way in. The module has web, telephone, desk, paper, e-mail, meeting and API; plugins add their own.</summary>
/// <param name="Code">Upper-case with underscores, for example <c>BREAKFAST_MEETING</c>. Never changes.</param>
/// <param name="Name">Swedish, also the key of its translation.</param>
/// <param name="OnBehalf">A coach registers for someone else through it.</param>
public sealed record IntakeChannel(string Code, string Name, bool OnBehalf);

/// <summary>The municipality's own words on the start page; both are keys of their translations.</summary>
/// <param name="Lead">One sentence below the heading.</param>
/// <param name="InPerson">How to hand in by telephone or in person.</param>
public sealed record StartPageTexts(string Lead, string InPerson);

/// <summary>Rules that a municipality sets.</summary>
public sealed record IdeaRules
{
    /// <summary>How long a reply can be taken back before it is sent.</summary>
    public TimeSpan ReplyHold { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a plugin's <see cref="IGateCheck"/> may take before the answer is "cannot decide".</summary>
    public TimeSpan GateCheckTimeout { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>A sentence below the mail that tells a submitter how it ended, from a module that has something for them where the mail leads. Swedish, also the key of its translation.</summary>
/// <example><code>module.Provide(new EndingInvitation("Där kan du också svara på tre frågor."));</code></example>
public sealed record EndingInvitation(string Text);

/// <summary>The public pages of ideas are kept for some seconds: the start page, the list and each idea.</summary>
/// <example>A module that shows something on an idea's page: <c>module.Provide(new KeptPages(IdeaPages.Kept, typeof(TestbedsDbContext), typeof(TestResult)));</c></example>
public static class IdeaPages
{
    /// <summary>Tag by which they are forgotten when what they show has changed.</summary>
    public const string Kept = "ideas.public";
}

public static class IdeaSlots
{
    /// <summary>Beside the idea on its public page.</summary>
    public static readonly Slot<IdeaPageSlot> IdeaPageAside = new("ideas.idea-page.aside");

    /// <summary>Where someone reads their idea through before it is sent: what is known already of something like it.</summary>
    public static readonly Slot<ReviewSlot> Review = new("ideas.review");

    /// <summary>Below the five steps on the start page.</summary>
    public static readonly Slot<StartPageSlot> StartPage = new("ideas.start-page");

    /// <summary>Where a case is worked with, sorted and decided: help for those who do it.</summary>
    public static readonly Slot<WorkGuideSlot> WorkGuide = new("ideas.work.guide");

    /// <summary>Beside a manager's week: what another module knows of the people in the manager's units.</summary>
    public static readonly Slot<MyUnitSlot> MyUnit = new("ideas.my-unit");

    /// <summary>Below the receipt, for the browser that has just sent an idea: what one may ask of somebody afterwards. Not shown where a serious irregularity may have been described.</summary>
    public static readonly Slot<ReceiptSlot> Receipt = new("ideas.receipt");

    /// <summary>Where the office reads a case before it is decided on: on the case, where advice is given and where it is decided. The view asks for itself what its reader may see.</summary>
    public static readonly Slot<CaseSlot> Case = new("ideas.case");

    /// <summary>Where a submitter reads what was decided on their own case: what else they can do about it.</summary>
    public static readonly Slot<OwnCaseSlot> OwnCase = new("ideas.own-case");
}

/// <summary>What a plugin's view on the idea page may know: public facts only.</summary>
public sealed record IdeaPageSlot(Guid IdeaId, string CaseNumber, string Channel, string Stage, string? Track, string WorkflowKey);

/// <param name="Text">What the submitter has written and not yet sent: to look up by, never to keep, log or show to anyone else.</param>
public sealed record ReviewSlot(string Text);

/// <summary>An idea whose reader sent it.</summary>
public sealed record ReceiptSlot(Guid IdeaId);

/// <param name="Stage">Code of the stage the case is in.</param>
/// <param name="Gate">Code of the gate that is decided there; null where nothing is decided.</param>
public sealed record WorkGuideSlot(string Stage, string? Gate);

/// <summary>A case that its reader has been let in to.</summary>
public sealed record CaseSlot(string CaseNumber);

/// <summary>A case that its reader has shown to be their own.</summary>
public sealed record OwnCaseSlot(Guid IdeaId, string CaseNumber);

public sealed record StartPageSlot(string MunicipalityName);

/// <summary>Whose people the reader answers for, through the roles that make them a manager. The view asks for them itself, within this and nothing wider.</summary>
/// <param name="Everything">The whole municipality; the lists are then empty.</param>
/// <param name="Authorities">Ids of whole authorities.</param>
/// <param name="Units">Ids of units, those below them included.</param>
public sealed record MyUnitSlot(bool Everything, IReadOnlyList<Guid> Authorities, IReadOnlyList<Guid> Units);

/// <summary>
/// A right that people have here to use a language with the municipality and to be answered in it; a municipality that is an administrative area for a national minority language
/// provides one for each. Without it an answer in the language is given when somebody can.
/// </summary>
/// <param name="Name">Swedish, also the key of its translation: <c>Förvaltningsområde för finska</c>.</param>
/// <param name="Languages">BCP 47 tags: <c>fi</c>.</param>
/// <param name="From">The first day of the right.</param>
/// <param name="LegalReference">Code of the legal reference (<see cref="IdeSluss.Sdk.Legal.LegalReference"/>) that gives the right; cited on the case.</param>
/// <param name="To">The last day; null while it holds.</param>
/// <example><code>plugin.Provide(new LanguageRight("Förvaltningsområde för finska", ["fi"], new DateOnly(2018, 2, 1), "8 § lagen (2009:724) …"));</code></example>
public sealed record LanguageRight(string Name, IReadOnlyList<string> Languages, DateOnly From, string LegalReference, DateOnly? To = null)
{
    public bool Holds(string language, DateOnly day) => Languages.Contains(language) && From <= day && (To is null || day <= To);
}
