using Autofac;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Ideas.Features.Ideas.Synonyms;
using IdeSluss.Sdk.Admin;
using IdeSluss.Sdk.Composition;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Finding ideas by words: everyone's in what is public, the office's in what it may see; and those that are like a text.</summary>
internal static class SearchUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.Job<RefreshTerms>("refresh-terms", "0 7/15 * * * ?");
        module.Job<CountTerms>("count-terms", "0 40 2 * * ?");
        module.Seed<SynonymSeeder>();
        module.Provide(new AdminLink("Synonymer", "/admin/synonymer", IdeasPermissions.ManageSynonyms, "Ord som betyder samma sak när liknande idéer söks."));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        SearchCasesApi.Map(api);
        SimilarApi.Map(api);
        SynonymsApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<KeptTermStatistics>().SingleInstance();
            builder.RegisterType<RefreshTerms>().InstancePerLifetimeScope();
            builder.RegisterType<CountTerms>().InstancePerLifetimeScope();
            builder.RegisterType<SearchQueries>().InstancePerLifetimeScope();
            builder.RegisterType<HitSearch>().InstancePerLifetimeScope();
            builder.RegisterType<SearchIdeas>().InstancePerLifetimeScope();
            builder.RegisterType<SearchCases>().InstancePerLifetimeScope();
            builder.RegisterType<CaseChoices>().InstancePerLifetimeScope();
            builder.RegisterType<KeptSynonyms>().SingleInstance();
            builder.RegisterType<FindSimilar>().InstancePerLifetimeScope();
            builder.RegisterType<SimilarOffers>().InstancePerLifetimeScope();
            builder.RegisterType<EditSynonyms>().InstancePerLifetimeScope();
            builder.RegisterType<SynonymSeeder>().InstancePerLifetimeScope();
        }
    }
}
