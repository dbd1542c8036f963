using IdeSluss.Sdk.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IdeSluss.Training.Data;

/// <summary>Each group of use cases maps its own entities in a file of its own.</summary>
internal sealed class TrainingDbContext(DbContextOptions<TrainingDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "training";

    public DbSet<Course> Courses => Set<Course>();
    public DbSet<Lesson> Lessons => Set<Lesson>();
    public DbSet<LessonReading> Readings => Set<LessonReading>();
    public DbSet<TrackStep> Steps => Set<TrackStep>();
    public DbSet<Material> Materials => Set<Material>();
    public DbSet<CourseSession> Sessions => Set<CourseSession>();
    public DbSet<SessionPart> Parts => Set<SessionPart>();
    public DbSet<SeatReservation> Reservations => Set<SeatReservation>();
    public DbSet<Learner> Learners => Set<Learner>();
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();
    public DbSet<EnrolmentNeeds> Needs => Set<EnrolmentNeeds>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<CompetenceRule> CompetenceRules => Set<CompetenceRule>();
    public DbSet<Dispensation> Dispensations => Set<Dispensation>();
    public DbSet<EvaluationAsked> EvaluationsAsked => Set<EvaluationAsked>();
    public DbSet<EvaluationAnswer> EvaluationAnswers => Set<EvaluationAnswer>();
    public DbSet<DecisionFact> DecisionFacts => Set<DecisionFact>();
    public DbSet<IdeaPlace> IdeaPlaces => Set<IdeaPlace>();
    public DbSet<MaterialEdition> MaterialEditions => Set<MaterialEdition>();

    protected override void Configure(ModelBuilder model)
    {
        CatalogueModel.Map(model);
        SessionModel.Map(model);
        CertificateModel.Map(model);
        CompetenceModel.Map(model);
        EvaluationModel.Map(model);
    }
}

/// <summary>For <c>dotnet ef</c> only: makes migrations without a running host.</summary>
internal sealed class TrainingDbContextFactory : IDesignTimeDbContextFactory<TrainingDbContext>
{
    public TrainingDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TrainingDbContext>()
            .UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable("__ef_migrations_history", "training"))
            .Options);
}
