using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Testbeds.Features.Testbeds.Bookings;

/// <summary>Writes down what happens to a booking, and tells the one who booked: a link, never what anyone has written.</summary>
internal sealed class BookingNews(TestbedsDbContext db, IPeopleDirectory people, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    /// <summary>With the next save.</summary>
    public void Log(Guid booking, Guid? item, BookingStep step, Guid? actor) =>
        db.BookingLog.Add(new() { Id = OrderedId.Next(), BookingId = booking, ItemId = item, Step = step, At = time.GetUtcNow(), ActorId = actor });

    /// <summary>With the next save.</summary>
    /// <param name="body"><c>{0}</c> is the link, <c>{1}</c> the argument.</param>
    /// <param name="argument">Said in the receiver's language.</param>
    public async Task TellAsync(Booking booking, string subject, string body, Func<object>? argument, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(booking.PersonId, cancellationToken) is { IsActive: true } person) Tell(person, booking, subject, body, argument);
    }

    /// <summary>With the next save, when something of it waits for a yes: tells those who can give it.</summary>
    public void Ask(Booking booking, IReadOnlyList<PersonInfo> approvers)
    {
        if (!booking.Items.Exists(item => item.State == BookingState.Requested)) return;
        foreach (var person in approvers) Tell(person, booking, "En bokning väntar på svar", "Hej!\n\nNågon vill boka något som du sköter. Läs och svara här:\n{0}\n", null);
    }

    private void Tell(PersonInfo person, Booking booking, string subject, string body, Func<object>? argument)
    {
        using var _ = new SpeakingTo(person.Language);
        var link = $"{instance.PublicAddress}/arbete/bokningar/{booking.Id}";
        db.Send(new OutgoingMail(person.Email, texts.Say(subject), texts.Say(argument is null ? new Text(body, link) : new Text(body, link, argument())), booking.Id.ToString()));
    }
}
