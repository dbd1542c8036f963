using IdeSluss.People.Domain;
using IdeSluss.Sdk.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IdeSluss.People.Data;

/// <summary>Accounts, roles and the organisation. Identity's entities are mapped by hand, because what the module writes must go through <see cref="ModuleDbContext"/>.</summary>
internal sealed class PeopleDbContext(DbContextOptions<PeopleDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "people";

    public DbSet<Person> People => Set<Person>();

    public DbSet<RoleAssignment> Assignments => Set<RoleAssignment>();

    public DbSet<Authority> Authorities => Set<Authority>();

    public DbSet<OrgUnit> Units => Set<OrgUnit>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("Person");
            person.Property(p => p.UserName).HasMaxLength(Person.LongestEmail);
            person.Property(p => p.NormalizedUserName).HasMaxLength(Person.LongestEmail);
            person.Property(p => p.Email).HasMaxLength(Person.LongestEmail);
            person.Property(p => p.NormalizedEmail).HasMaxLength(Person.LongestEmail);
            person.Property(p => p.DisplayName).HasMaxLength(Person.LongestName);
            person.Property(p => p.Title).HasMaxLength(Person.LongestName);
            person.Property(p => p.Language).HasMaxLength(20);
            person.Property(p => p.SecurityStamp).HasMaxLength(100);
            person.Property(p => p.ConcurrencyStamp).HasMaxLength(100).IsConcurrencyToken();
            person.Property(p => p.PhoneNumber).HasMaxLength(40);
            person.Property(p => p.Version).IsConcurrencyToken();
            person.HasIndex(p => p.NormalizedEmail).IsUnique();
            person.HasIndex(p => p.NormalizedUserName).IsUnique();
            // The list of people: by name, then id, page by page.
            person.HasIndex(p => new { p.DisplayName, p.Id });
            person.HasMany(p => p.Assignments).WithOne().HasForeignKey(a => a.PersonId);
        });
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("PersonClaim");
            claim.HasOne<Person>().WithMany().HasForeignKey(c => c.UserId);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("PersonLogin");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("PersonToken");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId);
        });
        model.Entity<RoleAssignment>(assignment =>
        {
            assignment.ToTable("RoleAssignment");
            assignment.Property(a => a.Role).HasMaxLength(60);
            assignment.HasOne<Authority>().WithMany().HasForeignKey(a => a.AuthorityId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<OrgUnit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<Person>().WithMany().HasForeignKey(a => a.DeputyForId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasIndex(a => a.Role).HasFilter("ended_at is null");
            // The same assignment twice is one assignment, also when two administrators add it at once.
            assignment.HasIndex(a => new { a.PersonId, a.Role, a.AuthorityId, a.UnitId, a.DeputyForId, a.ValidFrom })
                .IsUnique().AreNullsDistinct(false).HasFilter("ended_at is null").HasDatabaseName("ix_role_assignment_once");
        });
        model.Entity<Authority>(authority =>
        {
            authority.ToTable("Authority");
            authority.Property(a => a.Code).HasMaxLength(OrganisationRules.LongestCode);
            authority.Property(a => a.Name).HasMaxLength(OrganisationRules.LongestName);
            authority.HasIndex(a => a.Code).IsUnique();
        });
        model.Entity<OrgUnit>(unit =>
        {
            unit.ToTable("OrgUnit");
            unit.Property(u => u.Code).HasMaxLength(OrganisationRules.LongestCode);
            unit.Property(u => u.Name).HasMaxLength(OrganisationRules.LongestName);
            unit.HasIndex(u => u.Code).IsUnique();
            unit.HasOne<Authority>().WithMany().HasForeignKey(u => u.AuthorityId).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne<OrgUnit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

/// <summary>For <c>dotnet ef migrations add</c> only: no database is reached.</summary>
internal sealed class PeopleDbContextFactory : IDesignTimeDbContextFactory<PeopleDbContext>
{
    public PeopleDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PeopleDbContext>().UseNpgsql("Host=design-time-only").Options);
}
