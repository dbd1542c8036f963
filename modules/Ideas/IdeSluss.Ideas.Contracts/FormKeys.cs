namespace IdeSluss.Ideas.Contracts;

/// <summary>Keys of the forms the Ideas module declares, so that a plugin's variant can ask for them.</summary>
public static class FormKeys
{
    public const string Sorting = "sortering";
    public const string NeedMap = "behovskarta";
    public const string StakeholderMap = "aktorskarta";
    public const string Focus = "fokus";
    public const string Baseline = "nollmatning";
    public const string GenderRepresentation = "4r-representation-resurser";
    public const string Commitment = "coach-och-tid";

    /// <summary>The one page of track Liten.</summary>
    public const string SmallIdea = "liten";

    /// <summary>The one sentence of track Gör nu.</summary>
    public const string DoNow = "gor-nu";

    /// <summary>One free evidence field; one per later gate until those have their own forms.</summary>
    public const string GenericPrefix = "underlag-";
}
