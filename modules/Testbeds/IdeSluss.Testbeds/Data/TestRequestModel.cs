using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IdeSluss.Testbeds.Data;

/// <summary>What partners outside ask for, and the agreements with them.</summary>
internal static class TestRequestModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<TestRequest>(MapRequest);
        model.Entity<Agreement>(agreement =>
        {
            agreement.ToTable("Agreement");
            agreement.HasOne<Testbed>().WithMany().HasForeignKey(a => a.TestbedId).OnDelete(DeleteBehavior.Restrict);
            agreement.HasOne<TestRequest>().WithMany().HasForeignKey(a => a.RequestId).OnDelete(DeleteBehavior.Restrict);
            agreement.Property(a => a.Name).HasMaxLength(Agreement.LongestName);
        });
    }

    private static void MapRequest(EntityTypeBuilder<TestRequest> request)
    {
        request.ToTable("TestRequest");
        request.HasOne<Testbed>().WithMany().HasForeignKey(r => r.TestbedId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.ReceivedAt, r.Id }).IsDescending();
        request.Property(r => r.Organisation).HasMaxLength(TestRequest.LongestLine);
        request.Property(r => r.ContactName).HasMaxLength(TestRequest.LongestLine);
        request.Property(r => r.Email).HasMaxLength(TestRequest.LongestLine);
        request.Property(r => r.What).HasMaxLength(TestRequest.LongestText);
        request.Property(r => r.Conflict).HasMaxLength(TestRequest.LongestText);
        request.Property(r => r.Answer).HasMaxLength(TestRequest.LongestText);
        request.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
    }
}
