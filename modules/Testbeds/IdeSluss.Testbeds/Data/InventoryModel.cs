using IdeSluss.Sdk.Files;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Data;

/// <summary>Test beds, what they are described by, and what can be booked in them.</summary>
internal static class InventoryModel
{
    /// <summary>What the catalogue may show; its list has it as its condition, so that the partial index serves it.</summary>
    private const string Catalogue = "published_at is not null and status <> 'Closed'";

    public static void Map(ModelBuilder model)
    {
        model.Entity<Testbed>(testbed =>
        {
            testbed.ToTable("Testbed");
            testbed.HasIndex(t => t.Slug).IsUnique();
            // The catalogue, by name.
            testbed.HasIndex(t => new { t.Name, t.Id }).HasFilter(Catalogue).HasDatabaseName("ix_testbed_catalogue");
            testbed.HasIndex(t => new { t.AuthorityId, t.UnitId });
            foreach (var codes in new[] { nameof(Testbed.Capabilities), nameof(Testbed.TargetGroups), nameof(Testbed.Needs), nameof(Testbed.AccessibilityYes) })
                testbed.HasIndex(codes).HasMethod("gin");
            testbed.Property(t => t.Slug).HasMaxLength(TestbedRecord.LongestName);
            testbed.Property(t => t.Name).HasMaxLength(TestbedRecord.LongestName);
            foreach (var text in new[] { nameof(Testbed.ShortDescription), nameof(Testbed.ShortDescriptionEnglish), nameof(Testbed.TravelInformation), nameof(Testbed.StaffCompetence) })
                testbed.Property(text).HasMaxLength(TestbedRecord.LongestText);
            foreach (var line in new[] { nameof(Testbed.Address), nameof(Testbed.ContactRole), nameof(Testbed.ContactEmail), nameof(Testbed.EthicsRole), nameof(Testbed.DataProtectionRole), nameof(Testbed.PolicyNumber) })
                testbed.Property(line).HasMaxLength(TestbedRecord.LongestLine);
            testbed.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
            testbed.Property(t => t.Access).HasConversion<string>().HasMaxLength(20);
            testbed.Property(t => t.Status).HasConversion<string>().HasMaxLength(20);
            testbed.Property(t => t.Cost).HasConversion<string>().HasMaxLength(20);
            testbed.Property(t => t.Secrecy).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<TaxonomyTerm>(term =>
        {
            term.ToTable("TaxonomyTerm");
            term.HasIndex(t => new { t.Kind, t.Code }).IsUnique();
            term.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
            term.Property(t => t.Code).HasMaxLength(TaxonomyTerm.LongestCode);
            term.Property(t => t.Name).HasMaxLength(TaxonomyTerm.LongestName);
            term.Property(t => t.English).HasMaxLength(TaxonomyTerm.LongestName);
            term.Property(t => t.Law).HasMaxLength(40);
        });
        model.Entity<BookableResource>(resource =>
        {
            resource.ToTable("BookableResource");
            resource.HasOne<Testbed>().WithMany().HasForeignKey(r => r.TestbedId).OnDelete(DeleteBehavior.Restrict);
            resource.HasIndex(r => new { r.AuthorityId, r.UnitId });
            resource.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
            resource.Property(r => r.BookedBy).HasConversion<string>().HasMaxLength(20);
            resource.Property(r => r.Approval).HasConversion<string>().HasMaxLength(20);
            resource.Property(r => r.Name).HasMaxLength(TestbedRecord.LongestName);
            resource.Property(r => r.Description).HasMaxLength(TestbedRecord.LongestText);
        });
        model.Entity<TestbedPicture>(picture =>
        {
            picture.ToTable("TestbedPicture");
            picture.HasOne<Testbed>().WithMany().HasForeignKey(p => p.TestbedId).OnDelete(DeleteBehavior.Restrict);
            picture.HasIndex(p => new { p.TestbedId, p.Place, p.Id });
            picture.Property(p => p.Description).HasMaxLength(AlternativeText.Longest);
        });
        model.Entity<InventoryInvitation>(invitation =>
        {
            invitation.ToTable("InventoryInvitation");
            invitation.HasOne<Testbed>().WithMany().HasForeignKey(i => i.TestbedId).OnDelete(DeleteBehavior.Restrict);
            invitation.HasIndex(i => new { i.SentAt, i.Id }).IsDescending();
            invitation.Property(i => i.Email).HasMaxLength(TestbedRecord.LongestLine);
            invitation.Property(i => i.Note).HasMaxLength(InventoryInvitation.LongestNote);
        });
    }
}
