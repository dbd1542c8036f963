namespace IdeSluss.Ui.Parts;

/// <summary>A printed Swedish telephone number as the address of a <c>tel:</c> link.</summary>
public static class PhoneLink
{
    public static string Of(string printed)
    {
        var digits = string.Concat(printed.Where(char.IsAsciiDigit));
        return digits.Length > 3 && digits.StartsWith('0') ? "+46" + digits[1..] : digits;
    }
}

/// <summary>Languages by their own names, as people look for them.</summary>
public static class LanguageNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["sv"] = "Svenska", ["en"] = "English", ["fi"] = "Suomi", ["se"] = "Davvisámegiella", ["smj"] = "Julevsámegiella", ["sma"] = "Åarjelsaemien",
        ["sju"] = "Ubmejesámiengiälla", ["sje"] = "Bidumsámegiella",
    };

    public static string Of(string tag) => Names.GetValueOrDefault(tag, tag);
}
