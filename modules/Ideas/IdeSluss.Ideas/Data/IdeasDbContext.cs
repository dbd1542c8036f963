using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Data;

internal sealed class IdeasDbContext(DbContextOptions<IdeasDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "ideas";

    public DbSet<Idea> Ideas => Set<Idea>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<EvidenceAnswer> Evidence => Set<EvidenceAnswer>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<CoachTask> Tasks => Set<CoachTask>();
    public DbSet<Advice> Advice => Set<Advice>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Follow> Follows => Set<Follow>();
    public DbSet<ClockWarning> ClockWarnings => Set<ClockWarning>();
    public DbSet<DigestSent> Digests => Set<DigestSent>();
    public DbSet<RedirectRecord> Redirects => Set<RedirectRecord>();
    public DbSet<WorkflowMigration> WorkflowMigrations => Set<WorkflowMigration>();
    public DbSet<ReceiverCommitment> Receivers => Set<ReceiverCommitment>();
    public DbSet<MergeRecord> Merges => Set<MergeRecord>();
    public DbSet<Translation> Translations => Set<Translation>();
    public DbSet<LegalClock> LegalClocks => Set<LegalClock>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();
    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();
    public DbSet<SynonymGroup> Synonyms => Set<SynonymGroup>();
    public DbSet<SimilarOffer> SimilarOffers => Set<SimilarOffer>();
    public DbSet<PracticeCase> Practice => Set<PracticeCase>();
    public DbSet<AccessibilityReport> AccessibilityReports => Set<AccessibilityReport>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<Idea>()) SearchColumns.Follow(entry);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void Configure(ModelBuilder model)
    {
        // One sequence for the instance: case numbers need not be gap-free (diary numbers are, and come later from the register).
        model.HasSequence<long>("case_number", Schema);
        model.Entity<Idea>(idea =>
        {
            idea.HasIndex(i => i.CaseNumber).IsUnique();
            idea.HasIndex(i => i.SubmissionKey).IsUnique();
            idea.HasIndex(i => i.FollowCodeHash).IsUnique();
            // The public list, newest first by keyset.
            idea.HasIndex(i => new { i.PublishedAt, i.Id }).IsDescending().HasFilter(SearchColumns.PublicFilter).HasDatabaseName("ix_idea_public_list");
            // The same list with a filter whose ideas may lie far down: what one searches for in them must not walk past all the others.
            idea.HasIndex(i => new { i.Area, i.PublishedAt, i.Id }).IsDescending(false, true, true).HasFilter(SearchColumns.PublicFilter).HasDatabaseName("ix_idea_public_area");
            idea.HasIndex(i => new { i.AuthorityId, i.PublishedAt, i.Id }).IsDescending(false, true, true).HasFilter(SearchColumns.PublicFilter).HasDatabaseName("ix_idea_public_authority");
            idea.HasIndex(i => new { i.CloseReason, i.PublishedAt, i.Id }).IsDescending(false, true, true).HasFilter(SearchColumns.PublicFilter).HasDatabaseName("ix_idea_public_outcome");
            // The office's lists: by stage and promise.
            idea.HasIndex(i => new { i.Stage, i.PromiseDue, i.Id });
            // The inbox and the clocks: open cases by promise.
            idea.HasIndex(i => new { i.PromiseDue, i.Id }).HasFilter("status <> 'Closed' and not restricted").HasDatabaseName("ix_idea_open_by_promise");
            // The sluice as a whole: counted from the index alone, with every column its numbers are made of.
            idea.HasIndex(i => new { i.AuthorityId, i.UnitId }).HasFilter("status <> 'Closed' and not restricted").HasDatabaseName("ix_idea_under_way")
                .IncludeProperties(i => new { i.Stage, i.Track, i.Status, i.Restricted, i.PromiseDue, i.StageEnteredAt, i.ReceivedAt, i.PublishedAt, i.HeldUntil, i.StageBeforeHold });
            // "Så blev det", and what was closed a moment ago.
            idea.HasIndex(i => i.ClosedAt).IsDescending().HasFilter("closed_at is not null").HasDatabaseName("ix_idea_closed");
            // The office's searches, newest first.
            idea.HasIndex(i => new { i.ReceivedAt, i.Id }).IsDescending().HasFilter("not restricted").HasDatabaseName("ix_idea_received");
            idea.HasIndex(i => i.SubmitterId);
            idea.HasIndex(i => i.CoachId);
            idea.HasIndex(i => i.UnitId);
            // Sums per workflow version, and moving cases from one to another.
            idea.HasIndex(i => new { i.WorkflowKey, i.WorkflowVersion, i.Stage });
            idea.HasIndex(i => i.ReceivingUnitId);
            idea.HasIndex(i => i.PoolUnitId);
            idea.Property(i => i.CaseNumber).HasMaxLength(40);
            idea.Property(i => i.SubmissionKey).HasMaxLength(200);
            idea.Property(i => i.OriginalTitle).HasMaxLength(120);
            idea.Property(i => i.PublicTitle).HasMaxLength(120);
            idea.Property(i => i.OriginalText).HasMaxLength(20_000);
            idea.Property(i => i.PublicText).HasMaxLength(20_000);
            idea.Property(i => i.Status).HasConversion<string>().HasMaxLength(20);
            idea.Property(i => i.SubmitterKind).HasConversion<string>().HasMaxLength(20);
            idea.Property(i => i.AnswerWay).HasConversion<string>().HasMaxLength(20);
            idea.HasOne(i => i.Contact).WithOne().HasForeignKey<Contact>(c => c.IdeaId);
            idea.HasMany(i => i.People).WithOne().HasForeignKey(link => link.IdeaId);
            idea.HasMany(i => i.Merged).WithOne().HasForeignKey(other => other.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
            SearchColumns.Map(idea);
        });
        model.Entity<Contact>(contact =>
        {
            contact.ToTable("Contact");
            contact.HasKey(c => c.IdeaId);
        });
        model.Entity<IdeaPerson>(link =>
        {
            link.ToTable("IdeaPerson");
            link.HasKey(l => new { l.IdeaId, l.PersonId });
            link.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
            link.HasIndex(l => l.PersonId);
        });
        model.Entity<TimelineEntry>(entry =>
        {
            entry.ToTable("Timeline");
            entry.HasIndex(e => new { e.IdeaId, e.Id });
            entry.Property(e => e.Audience).HasConversion<string>().HasMaxLength(20);
            entry.HasOne<Idea>().WithMany().HasForeignKey(e => e.IdeaId);
        });
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("Decision");
            decision.HasIndex(d => new { d.IdeaId, d.Id });
            decision.Property(d => d.EvidenceVersions).HasColumnType("jsonb");
            decision.Property(d => d.Before).HasColumnType("jsonb");
            decision.HasOne<Idea>().WithMany().HasForeignKey(d => d.IdeaId);
        });
        model.Entity<EvidenceAnswer>(evidence =>
        {
            evidence.ToTable("Evidence");
            evidence.HasIndex(e => new { e.IdeaId, e.Form }).IsUnique();
            evidence.Property(e => e.Answers).HasColumnType("jsonb");
            evidence.Property(e => e.Results).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
            evidence.Property(e => e.Trail).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
            evidence.HasOne<Idea>().WithMany().HasForeignKey(e => e.IdeaId);
        });
        model.Entity<Message>(message =>
        {
            message.ToTable("Message");
            message.HasIndex(m => new { m.IdeaId, m.Id });
            message.HasOne<Idea>().WithMany().HasForeignKey(m => m.IdeaId);
        });
        model.Entity<CoachTask>(task =>
        {
            task.ToTable("Task");
            task.Property(t => t.Kind).HasConversion<string>().HasMaxLength(30);
            task.HasIndex(t => new { t.Role, t.Due, t.Id }).HasFilter("done_at is null and not cancelled").HasDatabaseName("ix_task_open");
            task.HasIndex(t => t.IdeaId);
            // The same translation is asked for once, also by two presses at the same moment.
            task.HasIndex(t => new { t.DecisionId, t.Language }).IsUnique().HasFilter("kind = 'TranslateReply' and done_at is null and not cancelled").HasDatabaseName("ix_task_translation");
            task.Property(t => t.Language).HasMaxLength(20);
            task.HasIndex(t => t.SubjectId);
            task.HasOne<Idea>().WithMany().HasForeignKey(t => t.IdeaId);
        });
        model.Entity<Advice>(advice =>
        {
            advice.ToTable("Advice");
            advice.HasIndex(a => new { a.IdeaId, a.Gate });
            advice.HasOne<Idea>().WithMany().HasForeignKey(a => a.IdeaId);
        });
        model.Entity<Draft>(draft =>
        {
            draft.ToTable("Draft");
            draft.Property(d => d.Fields).HasColumnType("jsonb");
            draft.HasIndex(d => d.UpdatedAt);
        });
        model.Entity<Follow>(follow =>
        {
            follow.ToTable("Follow");
            follow.HasKey(f => new { f.IdeaId, f.PersonId });
            follow.HasIndex(f => f.PersonId);
            follow.HasOne<Idea>().WithMany().HasForeignKey(f => f.IdeaId);
        });
        model.Entity<ClockWarning>(warning =>
        {
            warning.ToTable("ClockWarning");
            warning.HasKey(w => new { w.IdeaId, w.StageEnteredAt, w.Percent });
            warning.HasOne<Idea>().WithMany().HasForeignKey(w => w.IdeaId);
        });
        model.Entity<DigestSent>(digest =>
        {
            digest.ToTable("Digest");
            digest.HasKey(d => new { d.PersonId, d.Day });
        });
        model.Entity<RedirectRecord>(redirect =>
        {
            redirect.ToTable("Redirect");
            redirect.HasIndex(r => r.IdeaId);
            redirect.HasOne<Idea>().WithMany().HasForeignKey(r => r.IdeaId);
        });
        model.Entity<WorkflowMigration>(migration =>
        {
            migration.ToTable("WorkflowMigration");
            migration.Property(m => m.Stages).HasColumnType("jsonb");
        });
        model.ApplyConfiguration(new ReceiverMapping());
        model.ApplyConfiguration(new PracticeMapping());
        model.ApplyConfiguration(new MergeMapping());
        model.Entity<Translation>(translation =>
        {
            translation.ToTable("Translation");
            translation.HasIndex(t => new { t.IdeaId, t.Id });
            translation.Property(t => t.By).HasConversion<string>().HasMaxLength(20);
            translation.Property(t => t.Language).HasMaxLength(20);
            translation.Property(t => t.FromLanguage).HasMaxLength(20);
            translation.Property(t => t.Text).HasMaxLength(40_000);
            translation.HasOne<Idea>().WithMany().HasForeignKey(t => t.IdeaId);
        });
        model.ApplyConfiguration(new ConsultationMapping());
        model.ApplyConfiguration(new LegalClockMapping());
        var imports = new ImportMapping();
        model.ApplyConfiguration<ImportRun>(imports);
        model.ApplyConfiguration<ImportChunk>(imports);
        model.ApplyConfiguration<ImportedRow>(imports);
        var similar = new SimilarMapping();
        model.ApplyConfiguration<SimilarOffer>(similar);
        model.ApplyConfiguration<SynonymGroup>(similar);
        model.Entity<AccessibilityReport>(report => report.ToTable("AccessibilityReport"));
    }
}
