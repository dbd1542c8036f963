using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Attend;

/// <remarks>A box for each of those who are there and each part: more than a post may hold otherwise.</remarks>
[RequirePermission(TrainingPermissions.ManageCourses)]
[RequestFormLimits(ValueCountLimit = 21_000)]
internal sealed class AttendanceListPageModel(AttendanceList attendance, InstanceInfo instance) : IdeSlussPageModel
{
    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public SessionAttendance Session { get; private set; } = null!;

    /// <summary>How many certificates were just given; null when none were asked for.</summary>
    public int? Given { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>To be read aloud in the room.</summary>
    public string Where => new Uri(instance.PublicAddress).Authority + "/utbildning/narvaro";

    public async Task<IActionResult> OnGetAsync(Guid session, int? intyg, string? klart, CancellationToken cancellationToken)
    {
        (Given, Saved) = (intyg, klart == "sparad");
        return await ShowAsync(session, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid session, string? gor, CancellationToken cancellationToken)
    {
        if ((await attendance.WriteAsync(session, Input, cancellationToken)).Failed(out var problem, out _)) return await ShowAsync(session, cancellationToken) ?? ShowProblem(problem, nameof(Input));
        if (gor != "intyg") return LocalRedirect($"/arbete/utbildning/tillfallen/{session}/narvaro?klart=sparad");
        if ((await attendance.CertifyAsync(session, cancellationToken)).Failed(out problem, out var given)) return await ShowAsync(session, cancellationToken) ?? ShowProblem(problem);
        return LocalRedirect($"/arbete/utbildning/tillfallen/{session}/narvaro?intyg={given}");
    }

    private async Task<IActionResult?> ShowAsync(Guid session, CancellationToken cancellationToken)
    {
        if ((await attendance.ReadAsync(session, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Session = found;
        return null;
    }
}
