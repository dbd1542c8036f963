namespace IdeSluss.Ideas.Contracts;

/// <summary>Names of the default workflow; its stages and gates are in <see cref="Stages"/> and <see cref="Gates"/>.</summary>
public static class DefaultWorkflow
{
    public const string Key = "IDESLUSS_DEFAULT_V1";
    public const int Version = 2;
}
