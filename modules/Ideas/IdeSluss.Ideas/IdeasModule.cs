using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Features.Ideas;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.Demo;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas;

/// <summary>Ideas from hand-in to closed. A table of contents: what is declared here is found in the folder it names.</summary>
public sealed class IdeasModule : IModule
{
    public string Name => "ideas";

    public void Compose(IModuleBuilder module)
    {
        module.Database<IdeasDbContext>();
        foreach (var permission in IdeasPermissions.All) module.Permission(permission);
        foreach (var form in GateForms.All) module.Form(form);
        foreach (var requirement in RequirementKinds.All) module.Requirement(requirement);
        foreach (var law in Laws.All.Concat(CaseLaw.All)) module.Provide(law);
        module.Workflow(DefaultWorkflowDefinition.Build());
        foreach (var channel in IntakeChannels.Own) module.Provide(channel);
        foreach (var action in DeciderCompetence.Actions) module.Provide(action);

        module.Publishes<IdeaSubmitted>();
        module.Publishes<IrregularityHinted>();
        module.Publishes<GateDecided>();
        module.Publishes<DecisionTakenBack>();
        module.Publishes<IdeaRedirected>();
        module.Publishes<IdeaClosed>();
        module.Publishes<IdeasMerged>();
        module.Publishes<IdeasUnmerged>();
        module.Publishes<CaseReopened>();
        module.Publishes<PromiseAtRisk>();
        module.Publishes<ReceiverAccepted>();
        module.Publishes<ReceiverVoided>();
        module.Publishes<ConsultationAsked>();
        module.Publishes<ConsultationAnswered>();
        module.Publishes<LegalClockStarted>();
        module.Publishes<LegalClockWarned>();
        module.Publishes<LegalClockStopped>();

        ResidentUseCases.Compose(module);
        CoachUseCases.Compose(module);
        TransferUseCases.Compose(module);
        DemoSeeding.Compose(module);
        DeciderUseCases.Compose(module);
        SearchUseCases.Compose(module);
        WorkflowUseCases.Compose(module);
        PreparationUseCases.Compose(module);
    }

    public void MapApi(IEndpointRouteBuilder api)
    {
        ResidentUseCases.MapApi(api);
        CoachUseCases.MapApi(api);
        TransferUseCases.MapApi(api);
        DeciderUseCases.MapApi(api);
        SearchUseCases.MapApi(api);
        WorkflowUseCases.MapApi(api);
        PreparationUseCases.MapApi(api);
    }
}
