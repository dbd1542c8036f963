using System.Collections;
using System.Globalization;

namespace IdeSluss.Ui.Inputs;

/// <summary>Model values as the texts that HTML controls post.</summary>
internal static class FieldValue
{
    public static string Format(object model) => model switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        decimal number => number.ToString(CultureInfo.CurrentCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString() ?? "",
    };

    public static IEnumerable<string> FormatMany(object model) =>
        model is IEnumerable many and not string ? many.Cast<object>().Select(Format) : [Format(model)];
}
