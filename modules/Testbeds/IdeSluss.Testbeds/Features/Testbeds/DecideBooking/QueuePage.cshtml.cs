using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.DecideBooking;

/// <summary>What waits for an answer, and what is lent out.</summary>
[RequirePermission(TestbedsPermissions.ManageBookings)]
internal sealed class QueuePageModel(ListQueue queue, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public bool Loans => Show == "lan";

    public Page<QueueLine> Lines { get; private set; } = new([], null);

    public Text When(QueueLine line) => BookingWords.Of(line.ToPeriod(), time.StockholmToday());

    public bool IsLate(QueueLine line) => line.To <= time.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = Loans ? await queue.LoansAsync(After, cancellationToken) : await queue.RequestsAsync(After, cancellationToken);
}
