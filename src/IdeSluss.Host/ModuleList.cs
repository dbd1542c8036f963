using IdeSluss.Evaluation;
using IdeSluss.Ideas;
using IdeSluss.People;
using IdeSluss.Sdk.Composition;
using IdeSluss.Testbeds;
using IdeSluss.Training;

namespace IdeSluss.Host;

/// <summary>Every module of the product, in the order they are composed. Nothing is found by scanning.</summary>
public static class ModuleList
{
    public static IReadOnlyList<IModule> All => [new PeopleModule(), new IdeasModule(), new TestbedsModule(), new TrainingModule(), new EvaluationModule()];
}
