using System.Text.Json;
using IdeSluss.Evaluation.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Data;

internal static class ReadinessModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ScaleSet>(set =>
        {
            set.ToTable("ScaleSet");
            set.HasIndex(s => s.Code).IsUnique();
            set.Property(s => s.Code).HasMaxLength(ScaleSet.LongestCode);
        });
        model.Entity<ScaleVersion>(version =>
        {
            version.ToTable("ScaleVersion");
            version.HasOne<ScaleSet>().WithMany().HasForeignKey(v => v.SetId).OnDelete(DeleteBehavior.Restrict);
            version.HasIndex(v => new { v.SetId, v.Number }).IsUnique();
            version.Property(v => v.Content).HasColumnType("jsonb").HasConversion(content => JsonSerializer.Serialize(content, JsonSerializerOptions.Web), json => JsonSerializer.Deserialize<ScaleContent>(json, JsonSerializerOptions.Web)!);
        });
        model.Entity<ReadinessMark>(mark =>
        {
            mark.ToTable("ReadinessMark");
            mark.HasOne<ScaleVersion>().WithMany().HasForeignKey(m => m.ScaleVersionId).OnDelete(DeleteBehavior.Restrict);
            mark.HasIndex(m => new { m.IdeaId, m.MarkedAt });
            mark.Property(m => m.CaseNumber).HasMaxLength(60);
            mark.Property(m => m.Note).HasMaxLength(ReadinessMark.LongestNote);
        });
    }
}
