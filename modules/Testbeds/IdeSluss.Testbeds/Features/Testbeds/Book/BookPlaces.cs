using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.WaitingList;
using IdeSluss.Training.Contracts;

namespace IdeSluss.Testbeds.Features.Testbeds.Book;

/// <summary>One or several things for one time, as it is typed. The times as in <see cref="PeriodInput"/>.</summary>
internal sealed class BookInput : PeriodFields
{
    public List<BookLine> Items { get; set; } = [];
    public string? Purpose { get; set; }

    /// <summary>Number of the idea that is tried.</summary>
    public string? Idea { get; set; }

    /// <summary>Stand in line for what is taken; otherwise nothing is booked when something is.</summary>
    public bool WaitIfTaken { get; set; }
}

internal sealed class BookLine
{
    public Guid Resource { get; set; }

    /// <summary>How many of it; null for one.</summary>
    public int? Units { get; set; }
}

/// <summary>What became of it: booked, asked for, or in the waiting list.</summary>
internal sealed record BookedPlaces(Guid Id, IReadOnlyList<BookedPlace> Items);

internal sealed record BookedPlace(Guid Id, Guid Resource, int Unit, BookingState State);

/// <summary>Books everything that is asked for, or nothing: a room without its projector is of no use.</summary>
internal sealed class BookPlaces(
    TestbedsDbContext db, Allocation allocation, Approvers approvers, AdvanceWaitingList waiting, BookingNews news, IEnumerable<ICompetence> competences, CurrentUser me, TimeProvider time)
{
    private const int MostThings = 20;
    private const int MostUnits = 50;

    public async Task<Outcome<BookedPlaces>> HandleAsync(BookInput input, CancellationToken cancellationToken)
    {
        if (BookingPeriod.Of(input.ToPeriod()).Failed(out var wrongTime, out var asked)) return wrongTime;
        if (Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        if (await competences.RefusalAsync(me.RequiredId, CompetenceActions.Book, cancellationToken) is { } untrained) return untrained;
        var wanted = input.Items.GroupBy(line => line.Resource).OrderBy(line => line.Key).ToDictionary(line => line.Key, line => line.Sum(one => one.Units ?? 1));
        // Whoever stands in line comes before the one who comes now.
        await waiting.OfferAsync([.. wanted.Keys], cancellationToken);
        var answering = await approvers.OfAsync(wanted.Keys, cancellationToken);
        return await allocation.RunAsync<BookedPlaces>(async again =>
        {
            var things = await allocation.HoldAsync(wanted.Keys, cancellationToken);
            if (things.Count < wanted.Count) return Problem.NotFound("Något av det du valde finns inte längre. Sök igen.");
            if (BookingRules.AddOnAlone([.. things.Select(thing => thing.Resource)]) is { } alone) return Problem.Invalid(new FieldError("items", alone));
            if (Refusals(things, asked).ToArray() is { Length: > 0 } refused) return Problem.Conflict("Det går inte att boka som du har valt.", refused);
            if (await TooManyAsync(things, wanted, cancellationToken) is { } tooMany) return tooMany;
            var booking = new Booking
            {
                Id = Guid.CreateVersion7(), PersonId = me.RequiredId, Purpose = input.Purpose!.Trim(), Idea = string.IsNullOrWhiteSpace(input.Idea) ? null : input.Idea.Trim(), From = asked.From, To = asked.To, WholeDays = asked.WholeDays,
                CreatedAt = time.GetUtcNow(),
            };
            if (await PlaceAsync(booking, things, wanted, asked, input.WaitIfTaken, again, cancellationToken) is { } taken) return taken;
            db.Bookings.Add(booking);
            news.Log(booking.Id, null, BookingStep.Asked, me.RequiredId);
            foreach (var item in booking.Items.Where(item => item.State == BookingState.Waiting)) news.Log(booking.Id, item.Id, BookingStep.JoinedList, me.RequiredId);
            news.Ask(booking, answering);
            db.Audit(new("testbeds.booked", "booking", booking.Id, me.RequiredId));
            await db.SaveChangesAsync(cancellationToken);
            return new BookedPlaces(booking.Id, [.. booking.Items.Select(item => new BookedPlace(item.Id, item.ResourceId, item.UnitNumber, item.State))]);
        }, cancellationToken);
    }

    private IEnumerable<FieldError> Refusals(IEnumerable<Bookable> things, BookingPeriod asked) =>
        from thing in things
        let refusal = BookingRules.Refusal(thing, asked.By(thing.Resource.BookedBy), time.GetUtcNow(), time.StockholmToday())
        where refusal is not null
        select new FieldError("items", refusal);

    private async Task<Problem?> PlaceAsync(Booking booking, IReadOnlyList<Bookable> things, Dictionary<Guid, int> wanted, BookingPeriod asked, bool wait, bool again, CancellationToken cancellationToken)
    {
        var taken = new List<FieldError>();
        foreach (var resource in things.Select(thing => thing.Resource))
        {
            var period = asked.By(resource.BookedBy);
            var (heldFrom, heldTo) = Buffers.Around(period, resource.BufferBefore, resource.BufferAfter);
            var many = wanted[resource.Id];
            if (many > resource.Units) return Problem.Invalid(new FieldError("items", new Text("{0}: det finns bara {1}.", resource.Name, resource.Units)));
            var free = await allocation.FreeUnitsAsync(resource, heldFrom, heldTo, again, cancellationToken);
            if (free.Count < many && !wait) taken.Add(new("items", free.Count == 0 ? new Text("{0} är redan bokat den tiden.", resource.Name) : new Text("{0}: bara {1} är lediga den tiden.", resource.Name, free.Count)));
            var state = free.Count < many ? BookingState.Waiting : BookingRules.NeedsApproval(resource, me.Roles) ? BookingState.Requested : BookingState.Booked;
            for (var number = 0; number < many; number++)
            {
                booking.Items.Add(new()
                {
                    Id = OrderedId.Next(), BookingId = booking.Id, ResourceId = resource.Id, UnitNumber = state == BookingState.Waiting ? 0 : free[number], From = period.From, To = period.To, HeldFrom = heldFrom, HeldTo = heldTo,
                    State = state, RequestedAt = booking.CreatedAt,
                });
            }
        }

        return taken.Count == 0 ? null : Problem.Conflict("Inget är bokat, för att allt du valde inte är ledigt. Välj en annan tid, ta bort något, eller ställ dig i kö.", [.. taken]);
    }

    private async Task<Problem?> TooManyAsync(IReadOnlyList<Bookable> things, Dictionary<Guid, int> wanted, CancellationToken cancellationToken)
    {
        var limited = things.Select(thing => thing.Resource).Where(resource => resource.MostPerPerson is not null).ToList();
        if (limited.Count == 0) return null;
        await allocation.LockPersonAsync(me.RequiredId, cancellationToken);
        foreach (var resource in limited)
        {
            if (await allocation.HeldByAsync(me.RequiredId, resource.Id, cancellationToken) + wanted[resource.Id] > resource.MostPerPerson)
                return Problem.Conflict("Du har redan så många bokningar som går.", new FieldError("items", new Text("{0}: högst {1} kommande bokningar per person. Avboka någon av dina först.", resource.Name, resource.MostPerPerson!)));
        }

        return null;
    }

    private static IEnumerable<FieldError> Check(BookInput input)
    {
        if (input.Items is not { Count: > 0 }) yield return new("items", "Välj minst en sak att boka.");
        else if (input.Items.Select(line => line.Resource).Distinct().Count() > MostThings) yield return new("items", new Text("Välj högst {0} saker åt gången.", MostThings));
        if (input.Items?.Exists(line => line.Units is < 1 or > MostUnits) == true) yield return new("items", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Hur många"), 1, MostUnits));
        if (string.IsNullOrWhiteSpace(input.Purpose)) yield return new("purpose", "Vad ska ni göra: fyll i.");
        else if (input.Purpose.Trim().Length > Booking.LongestPurpose) yield return new("purpose", new Text("{0}: högst {1} tecken.", new Text("Vad ska ni göra"), Booking.LongestPurpose));
        if (input.Idea?.Trim().Length > Booking.LongestIdea) yield return new("idea", new Text("{0}: högst {1} tecken.", new Text("Idéns nummer"), Booking.LongestIdea));
    }
}
