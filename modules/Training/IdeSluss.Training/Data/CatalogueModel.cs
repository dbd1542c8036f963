using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Data;

/// <summary>Courses with their lessons and materials, and the tracks that they are steps of.</summary>
internal static class CatalogueModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Course>(course =>
        {
            course.ToTable("Course");
            course.HasIndex(c => c.Code).IsUnique();
            course.Property(c => c.Code).HasMaxLength(Course.LongestCode);
            foreach (var title in new[] { nameof(Course.Title), nameof(Course.EnglishTitle) }) course.Property(title).HasMaxLength(Course.LongestTitle);
            foreach (var text in new[] { nameof(Course.Purpose), nameof(Course.EnglishPurpose), nameof(Course.Accessibility), nameof(Course.EnglishAccessibility) }) course.Property(text).HasMaxLength(Course.LongestText);
            course.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
            course.Property(c => c.Level).HasConversion<string>().HasMaxLength(20);
            course.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
            course.Property(c => c.Hours).HasPrecision(5, 1);
            course.Property(c => c.CompletionPercent).HasDefaultValue(Completion.DefaultPercent);
            course.Property(c => c.Language).HasMaxLength(20);
        });
        model.Entity<Lesson>(lesson =>
        {
            lesson.ToTable("Lesson");
            lesson.HasOne<Course>().WithMany().HasForeignKey(l => l.CourseId).OnDelete(DeleteBehavior.Restrict);
            lesson.HasIndex(l => new { l.CourseId, l.Number }).IsUnique();
            lesson.Property(l => l.Title).HasMaxLength(Course.LongestTitle);
            lesson.Property(l => l.EnglishTitle).HasMaxLength(Course.LongestTitle);
            lesson.Property(l => l.Text).HasMaxLength(Lesson.LongestText);
            lesson.Property(l => l.EnglishText).HasMaxLength(Lesson.LongestText);
        });
        model.Entity<LessonReading>(reading =>
        {
            reading.ToTable("LessonReading");
            reading.HasKey(r => new { r.PersonId, r.LessonId });
            reading.HasOne<Lesson>().WithMany().HasForeignKey(r => r.LessonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TrackStep>(step =>
        {
            step.ToTable("TrackStep");
            step.HasKey(s => new { s.Track, s.CourseId });
            step.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
            step.Property(s => s.Track).HasConversion<string>().HasMaxLength(20);
            step.Property(s => s.Necessity).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<Material>(material =>
        {
            material.ToTable("Material");
            material.HasOne<Course>().WithMany().HasForeignKey(m => m.CourseId).OnDelete(DeleteBehavior.Restrict);
            material.Property(m => m.Name).HasMaxLength(Material.LongestName);
            material.Property(m => m.Author).HasMaxLength(Course.LongestLine);
            material.Property(m => m.Language).HasMaxLength(20);
            material.Property(m => m.Licence).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<MaterialEdition>(edition =>
        {
            edition.ToTable("MaterialEdition");
            edition.HasOne<Material>().WithMany().HasForeignKey(e => e.MaterialId).OnDelete(DeleteBehavior.Restrict);
            edition.HasIndex(e => new { e.MaterialId, e.Number }).IsUnique();
            edition.Property(e => e.Address).HasMaxLength(1_000);
        });
    }
}
