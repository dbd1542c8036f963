using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.EditCourse;

/// <summary>The form in which a course is described, the same for a new one and a known one.</summary>
internal abstract class CourseForm(IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty]
    public CourseRecord Input { get; set; } = new();

    public bool IsNew { get; protected set; }

    public IReadOnlyList<Choice> Authorities { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<CourseKind>().Select(kind => new Choice(kind.ToString(), Texts[TrainingWords.Of(kind)]))];

    public IReadOnlyList<Choice> Levels => [.. Enum.GetValues<CourseLevel>().Select(level => new Choice(level.ToString(), Texts[TrainingWords.Of(level)]))];

    public IReadOnlyList<Choice> Languages => [.. CourseRules.Languages.Select(tag => new Choice(tag, Texts[TrainingWords.LanguageOf(tag)]))];

    protected async Task FillAsync(CancellationToken cancellationToken)
    {
        var scope = me.Scope(TrainingPermissions.ManageCourses);
        Authorities = [.. (await organisation.AuthoritiesAsync(cancellationToken)).Where(authority => scope.Covers(authority.Id, null)).Select(authority => new Choice(authority.Code, authority.Name))];
        if (Authorities is [var only]) Input.Authority ??= only.Value;
    }
}
