using Autofac;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Features.Training.Attend;
using IdeSluss.Training.Features.Training.Certificates;
using IdeSluss.Training.Features.Training.Hours;
using IdeSluss.Training.Features.Training.Revoke;
using IdeSluss.Training.Features.Training.Seeding;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training;

/// <summary>Who was there, and what they have to show for it.</summary>
internal static class CertificateUseCases
{
    public static void Compose(IModuleBuilder module)
    {
        module.Services(new Registrations());
        module.SeedDemo<DemoCertificates>();
        module.Job<WarnOfExpiry>("warn-of-expiry", "0 40 7 * * ?");
        module.Provide(new WorkLink("/arbete/utbildning/timmar", "Utbildningstid för förtroendevalda", "Underlag för arvode.", TrainingPermissions.ReadHours, "Utbildning"));
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        CertificateApi.Map(api);
        RevokeApi.Map(api);
    }

    private sealed class Registrations : Module
    {
        protected override void Load(ContainerBuilder builder)
        {
            builder.RegisterType<DemoCertificates>().InstancePerLifetimeScope();
            builder.RegisterType<CertificateCodes>().SingleInstance();
            builder.RegisterType<PartCodes>().SingleInstance();
            builder.RegisterType<GiveCertificates>().InstancePerLifetimeScope();
            builder.RegisterType<CheckCertificate>().InstancePerLifetimeScope();
            builder.RegisterType<OwnCertificates>().InstancePerLifetimeScope();
            builder.RegisterType<CourseCertificates>().InstancePerLifetimeScope();
            builder.RegisterType<RevokeCertificate>().InstancePerLifetimeScope();
            builder.RegisterType<AttendanceList>().InstancePerLifetimeScope();
            builder.RegisterType<AttendByCode>().InstancePerLifetimeScope();
            builder.RegisterType<TrainingHours>().InstancePerLifetimeScope();
        }
    }
}
