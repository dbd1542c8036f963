using Autofac;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.FollowCase;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Ideas.Features.Ideas.MyIdeas;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Ideas.Features.Ideas.ReadLesson;
using IdeSluss.Ideas.Features.Ideas.ReceiveAccessibilityReport;
using IdeSluss.Ideas.Features.Ideas.SluiceMap;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Handing in, following, reading.</summary>
internal static class ResidentUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Provide(new KeptPages(IdeaPages.Kept, typeof(IdeasDbContext), typeof(Idea), typeof(TimelineEntry), typeof(Decision), typeof(EvidenceAnswer), typeof(Translation)) { Shows = PublicChange.IsOne });
        module.Job<DraftCleanup>("draft-cleanup", "0 20 3 * * ?");
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        SubmitIdeaApi.Map(api);
        ReadIdeasApi.Map(api);
        LessonApi.Map(api);
        SluiceApi.Map(api);
        OwnCaseApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<CaseNumbers>().InstancePerLifetimeScope();
            builder.RegisterType<FollowCodes>().SingleInstance();
            builder.RegisterType<OpenForIdeas>().AsSelf().As<IAttentionSource>().InstancePerLifetimeScope();
            builder.RegisterType<SubmitIdea>().InstancePerLifetimeScope();
            builder.RegisterType<Drafts>().InstancePerLifetimeScope();
            builder.RegisterType<Receipts>().InstancePerLifetimeScope();
            builder.RegisterType<DraftCleanup>().InstancePerLifetimeScope();
            builder.RegisterType<SluiceOrder>().SingleInstance();
            builder.RegisterType<PublicSluice>().SingleInstance();
            builder.RegisterType<LanguageRights>().SingleInstance();
            builder.RegisterType<ReadTranslations>().InstancePerLifetimeScope();
            builder.RegisterType<AskForTranslation>().InstancePerLifetimeScope();
            builder.RegisterType<CaseStory>().InstancePerLifetimeScope();
            builder.RegisterType<IdeaLines>().InstancePerLifetimeScope();
            builder.RegisterType<ListIdeas>().InstancePerLifetimeScope();
            builder.RegisterType<ImplementedIdeas>().InstancePerLifetimeScope();
            builder.RegisterType<ReadIdea>().InstancePerLifetimeScope();
            builder.RegisterType<ReadLesson.ReadLesson>().InstancePerLifetimeScope();
            builder.RegisterType<FindByCode>().InstancePerLifetimeScope();
            builder.RegisterType<OwnCase>().InstancePerLifetimeScope();
            builder.RegisterType<OwnCaseActions>().InstancePerLifetimeScope();
            builder.RegisterType<ReplyToOffice>().InstancePerLifetimeScope();
            builder.RegisterType<WithdrawCase>().InstancePerLifetimeScope();
            builder.RegisterType<ChooseAnswerByEmail>().InstancePerLifetimeScope();
            builder.RegisterType<ClaimCase>().InstancePerLifetimeScope();
            builder.RegisterType<ReadMyIdeas>().InstancePerLifetimeScope();
            builder.RegisterType<FollowIdea>().InstancePerLifetimeScope();
            builder.RegisterType<AccessibilityReports>().As<IAccessibilityReports>().InstancePerLifetimeScope();
        }
    }
}
