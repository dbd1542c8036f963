using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IdeSluss.Evaluation.Data;

/// <summary>Each group of use cases maps its own entities in a file of its own.</summary>
internal sealed class EvaluationDbContext(DbContextOptions<EvaluationDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "evaluation";

    public DbSet<Sheet> Sheets => Set<Sheet>();
    public DbSet<SheetVersion> SheetVersions => Set<SheetVersion>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<Reviewer> Reviewers => Set<Reviewer>();
    public DbSet<DeclaredTie> Ties => Set<DeclaredTie>();
    public DbSet<AskingRule> Rules => Set<AskingRule>();
    public DbSet<SettledPeriod> Periods => Set<SettledPeriod>();
    public DbSet<QuarterFigure> Figures => Set<QuarterFigure>();
    public DbSet<Reconsideration> Reconsiderations => Set<Reconsideration>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<RenewalDecision> Renewals => Set<RenewalDecision>();
    public DbSet<ProgrammeEntry> ProgrammeEntries => Set<ProgrammeEntry>();
    public DbSet<ProgrammeReport> ProgrammeReports => Set<ProgrammeReport>();
    public DbSet<QuestionSet> QuestionSets => Set<QuestionSet>();
    public DbSet<QuestionVersion> QuestionVersions => Set<QuestionVersion>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<AssessmentAnswer> AssessmentAnswers => Set<AssessmentAnswer>();
    public DbSet<ScaleSet> ScaleSets => Set<ScaleSet>();
    public DbSet<ScaleVersion> ScaleVersions => Set<ScaleVersion>();
    public DbSet<ReadinessMark> ReadinessMarks => Set<ReadinessMark>();
    public DbSet<BenefitPlan> BenefitPlans => Set<BenefitPlan>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<Profile> Profiles => Set<Profile>();
    public DbSet<AreaWorkforce> Workforces => Set<AreaWorkforce>();
    public DbSet<ResearchAgreement> ResearchAgreements => Set<ResearchAgreement>();
    public DbSet<ResearchExport> ResearchExports => Set<ResearchExport>();
    public DbSet<QualityRisk> Risks => Set<QualityRisk>();
    public DbSet<RoutineChange> Routines => Set<RoutineChange>();
    public DbSet<SelfCheck> SelfChecks => Set<SelfCheck>();
    public DbSet<SelfCheckResult> SelfCheckResults => Set<SelfCheckResult>();

    public DbSet<Innovation> Innovations => Set<Innovation>();
    public DbSet<TrustTicket> TrustTickets => Set<TrustTicket>();
    public DbSet<TrustSum> TrustSums => Set<TrustSum>();
    public DbSet<SolutionMark> SolutionMarks => Set<SolutionMark>();

    protected override void Configure(ModelBuilder model)
    {
        JudgingModel.Map(model);
        StatisticsModel.Map(model);
        ReconsiderationModel.Map(model);
        ProgrammeModel.Map(model);
        AssessmentModel.Map(model);
        ReadinessModel.Map(model);
        BenefitsModel.Map(model);
        FiguresModel.Map(model);
        QualityModel.Map(model);
        BarometerModel.Map(model);
    }
}

/// <summary>For <c>dotnet ef</c> only: makes migrations without a running host.</summary>
internal sealed class EvaluationDbContextFactory : IDesignTimeDbContextFactory<EvaluationDbContext>
{
    public EvaluationDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<EvaluationDbContext>()
            .UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable("__ef_migrations_history", "evaluation"))
            .Options);
}
