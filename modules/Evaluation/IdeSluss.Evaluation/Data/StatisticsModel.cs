using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

/// <summary>The figures of settled quarters and years.</summary>
internal static class StatisticsModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SettledPeriod>(period =>
        {
            period.ToTable("SettledPeriod");
            period.HasKey(p => p.Name);
            period.Property(p => p.Name).HasMaxLength(SettledPeriod.LongestName);
        });
        model.Entity<QuarterFigure>(figure =>
        {
            figure.ToTable("QuarterFigure");
            figure.HasOne<SettledPeriod>().WithMany().HasForeignKey(f => f.Period).OnDelete(DeleteBehavior.Restrict);
            figure.HasIndex(f => new { f.Period, f.What });
            figure.Property(f => f.What).HasMaxLength(60);
            figure.Property(f => f.State).HasConversion<string>().HasMaxLength(20);
        });
    }
}
