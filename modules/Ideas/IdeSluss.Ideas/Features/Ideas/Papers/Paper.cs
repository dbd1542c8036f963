using System.Globalization;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;

namespace IdeSluss.Ideas.Features.Ideas.Papers;

internal static class Paper
{
    /// <summary>A document from this municipality in the reader's language.</summary>
    public static Document Of(InstanceInfo instance, string title, string? reference, IEnumerable<DocumentPart> parts) =>
        new(title, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, [.. parts]) { Sender = instance.Municipality.Name, Reference = reference };
}
