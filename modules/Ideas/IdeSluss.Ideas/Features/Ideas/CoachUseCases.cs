using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Assign;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.Ideas.Features.Ideas.Inbox;
using IdeSluss.Ideas.Features.Ideas.Irregularities;
using IdeSluss.Ideas.Features.Ideas.Merge;
using IdeSluss.Ideas.Features.Ideas.OpenCase;
using IdeSluss.Ideas.Features.Ideas.Overdue;
using IdeSluss.Ideas.Features.Ideas.Redirect;
using IdeSluss.Ideas.Features.Ideas.RegisterOnBehalf;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.Ideas.Features.Ideas.Sort;
using IdeSluss.Ideas.Features.Ideas.Tasks;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Inbox, sorting, registering on behalf, redirects, tasks and clocks.</summary>
internal static class CoachUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.On<IdeaRedirected, AlertReceiver>("ideas.alert-receiver");
        module.On<IrregularityHinted, AlertDuty>("ideas.alert-duty");
        module.Job<RunClocks>("clocks", "0 0/15 * * * ?");
        module.Job<SendDigests>("digests", "0 30 7 ? * MON-FRI");
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        InboxApi.Map(api);
        OpenCaseApi.Map(api);
        SortApi.Map(api);
        RegisterOnBehalfApi.Map(api);
        AssignApi.Map(api);
        TasksApi.Map(api);
        IrregularitiesApi.Map(api);
        OverdueApi.Map(api);
        MergeApi.Map(api);
        TranslateApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<WorkflowNames>().SingleInstance();
            builder.RegisterType<DutyContact>().SingleInstance();
            builder.RegisterType<Inbox.Inbox>().InstancePerLifetimeScope();
            builder.RegisterType<OpenCase.OpenCase>().InstancePerLifetimeScope();
            builder.RegisterType<FindSortScreen>().InstancePerLifetimeScope();
            builder.RegisterType<SortIdea>().InstancePerLifetimeScope();
            builder.RegisterType<SortReplyPreview>().InstancePerLifetimeScope();
            builder.RegisterType<RegisterOnBehalf.RegisterOnBehalf>().InstancePerLifetimeScope();
            builder.RegisterType<CoachPools>().InstancePerLifetimeScope();
            builder.RegisterType<TakeCase>().InstancePerLifetimeScope();
            builder.RegisterType<AssignCase>().InstancePerLifetimeScope();
            builder.RegisterType<CoverForAbsence>().InstancePerLifetimeScope();
            builder.RegisterType<CompleteTask>().InstancePerLifetimeScope();
            builder.RegisterType<IrregularityDesk>().InstancePerLifetimeScope();
            builder.RegisterType<IrregularityAlarm>().InstancePerLifetimeScope();
            builder.RegisterType<LanguageOfIdea>().InstancePerLifetimeScope();
            builder.RegisterType<SaveTranslation>().InstancePerLifetimeScope();
            builder.RegisterType<OfficeSluice>().InstancePerLifetimeScope();
            builder.RegisterType<SluiceCases>().InstancePerLifetimeScope();
            builder.RegisterType<OverdueCases>().InstancePerLifetimeScope();
            builder.RegisterType<WarnOfPromises>().InstancePerLifetimeScope();
            builder.RegisterType<RemindSubmitters>().InstancePerLifetimeScope();
            builder.RegisterType<WakeParked>().InstancePerLifetimeScope();
            builder.RegisterType<MoveToAuthority>().InstancePerLifetimeScope();
            builder.RegisterType<SubmitterMail>().InstancePerLifetimeScope();
            builder.RegisterType<MergeLock>().InstancePerLifetimeScope();
            builder.RegisterType<MergeGroup>().InstancePerLifetimeScope();
            builder.RegisterType<MergeCases>().InstancePerLifetimeScope();
            builder.RegisterType<MergeTargets>().InstancePerLifetimeScope();
            builder.RegisterType<MergeQuestions>().InstancePerLifetimeScope();
            builder.RegisterType<SubmitterNews>().InstancePerLifetimeScope();
            builder.RegisterType<MergeIdeas>().InstancePerLifetimeScope();
            builder.RegisterType<ProposeMerge>().InstancePerLifetimeScope();
            builder.RegisterType<AnswerMerge>().InstancePerLifetimeScope();
            builder.RegisterType<ReadMerge>().InstancePerLifetimeScope();
            builder.RegisterType<UnansweredMerges>().InstancePerLifetimeScope();
            builder.RegisterType<Unmerge>().InstancePerLifetimeScope();
        }
    }
}
