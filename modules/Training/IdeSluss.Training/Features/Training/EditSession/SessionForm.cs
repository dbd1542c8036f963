using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditSession;

/// <summary>The form in which a session is planned. Without script there are always two empty parts to fill in.</summary>
internal abstract class SessionForm : IdeSlussPageModel
{
    [BindProperty]
    public SessionRecord Input { get; set; } = new();

    public static IReadOnlyList<RoleTrack> Tracks { get; } = Enum.GetValues<RoleTrack>();

    protected void AddEmptyParts()
    {
        var empty = Math.Min(CourseSession.MostParts, Input.Parts.Count(part => !part.IsEmpty) + 2);
        while (Input.Parts.Count < empty) Input.Parts.Add(new());
    }
}
