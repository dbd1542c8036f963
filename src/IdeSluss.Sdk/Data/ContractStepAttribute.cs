namespace IdeSluss.Sdk.Data;

/// <summary>
/// Marks a migration that takes away or renames what the program before it needs. Everything else only adds, so that the version before runs on the same database during a rolling upgrade and after a roll-back.
/// A step of this kind belongs in the release after the one that stopped using what goes away; a program that does not know it is refused by the database (<c>design.md</c> 4).
/// </summary>
/// <example><code>
/// [ContractStep("Nothing has read the column since version 3.")]
/// internal partial class RemoveOldTitle : Migration
/// </code></example>
/// <param name="why">Why nothing needs it any more; for those who read the code.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContractStepAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
