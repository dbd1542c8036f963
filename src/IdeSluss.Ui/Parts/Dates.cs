using System.Globalization;
using IdeSluss.Sdk.Time;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IdeSluss.Ui.Parts;

/// <summary>A day or an instant for people, as <c>time</c> with the machine's form in it. Swedish time.</summary>
/// <example><code>&lt;person-date day="Model.Due" /&gt; &lt;person-date at="Model.SentAt" /&gt; &lt;person-date at="Model.SentAt" exact="true" /&gt;</code></example>
[HtmlTargetElement("person-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PersonDateTagHelper(TimeProvider time) : TagHelper
{
    public DateOnly? Day { get; set; }

    public DateTimeOffset? At { get; set; }

    /// <summary>Shows the time of day too.</summary>
    public bool Exact { get; set; }

    /// <summary>Says the year of a day also when it is this year: what holds for years is compared with what ends in another one.</summary>
    public bool WithYear { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Day is { } day) output.Become(WithYear ? DateMarkup.DayWithYear(day) : DateMarkup.Day(day, time));
        else if (At is { } at) output.Become(DateMarkup.Instant(at, time, Exact));
        else output.SuppressOutput();
    }
}

internal static class DateMarkup
{
    /// <param name="weekday">Left out where there is little room.</param>
    public static IHtmlContent Day(DateOnly day, TimeProvider time, bool weekday = true) =>
        Day(day, weekday ? day.ForPeople(time.StockholmToday()) : day.ForPeopleShort(time.StockholmToday()));

    public static IHtmlContent DayWithYear(DateOnly day) => Day(day, day.ForPeopleWithYear());

    private static TagBuilder Day(DateOnly day, string said) => Markup.Element("time").With("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Say(said);

    public static IHtmlContent Instant(DateTimeOffset at, TimeProvider time, bool exact) =>
        Markup.Element("time").With("datetime", at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            .Say(exact ? at.ForPeople() : at.StockholmDay().ForPeople(time.StockholmToday()));
}
