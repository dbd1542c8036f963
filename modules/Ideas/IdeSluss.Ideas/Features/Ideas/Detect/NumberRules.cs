using System.Text.RegularExpressions;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Detect;

/// <summary>
/// Personal numbers (also samordningsnummer, mistyped and spaced ones), telephone numbers and e-mail addresses. The checksum is not asked for: a mistyped
/// personal number still points at a person. The patterns run without backtracking, so that no text can make them slow.
/// </summary>
internal static class NumberRules
{
    private static readonly Regex PersonalNumber = Pattern(@"(?:(?:18|19|20)[  ]?)?[0-9]{2}[  ]?[0-9]{2}[  ]?[0-9]{2}[  ]?[-+–—−]?[  ]?[0-9][  ]?[0-9][  ]?[0-9][  ]?[0-9]");
    private static readonly Regex Telephone = Pattern(@"(?:\+46[  ]?(?:\(0\))?[  ]?-?|0046[  ]?-?|0)[1-9][0-9]{0,2}[  ]?[-–/]?[  ]?[0-9]{2,3}(?:[  -]?[0-9]{2,3}){1,3}");
    private static readonly Regex SaidTelephone = Pattern(@"\b(?:ring|ringa|tel|telefon|tfn|mobil|mobilnummer|telefonnummer|nås på|sms:a)[^0-9\n]{0,15}(?<number>[1-9][0-9  -]{4,12}[0-9])");
    private static readonly Regex Email = Pattern(@"[\p{L}0-9._%+-]{1,64}@[\p{L}0-9-]{1,63}(?:\.[\p{L}0-9-]{1,63}){1,5}");

    public static IEnumerable<MaskingSuggestion> Find(string text)
    {
        foreach (Match match in Email.Matches(text))
            yield return new(match.Index, match.Length, SensitiveHints.EmailAddress, "[e-postadress]");
        foreach (Match match in PersonalNumber.Matches(text))
            if (StandsAlone(text, match) && IsPersonalNumber(match.Value)) yield return new(match.Index, match.Length, SensitiveHints.PersonalNumber, "[personnummer]");
        foreach (Match match in Telephone.Matches(text))
            if (StandsAlone(text, match) && Digits(match.Value) is >= 7 and <= 14) yield return new(match.Index, match.Length, SensitiveHints.Telephone, "[telefonnummer]");
        foreach (var number in SaidTelephone.Matches(text).Select(match => match.Groups["number"]))
            if (Digits(number.Value) is >= 5 and <= 12) yield return new(number.Index, number.Length, SensitiveHints.Telephone, "[telefonnummer]");
    }

    /// <summary>Written with its hyphen it is taken for a personal number whatever its date; without, only when the date could be one and it is no mobile number.</summary>
    private static bool IsPersonalNumber(string value)
    {
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        if (digits.Length is not (10 or 12)) return false;
        if (value.AsSpan().IndexOfAny("-+–—−") >= 0) return true;
        var date = digits.Length == 12 ? digits[2..8] : digits[..6];
        int month = int.Parse(date.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture), day = int.Parse(date.AsSpan(4, 2), System.Globalization.CultureInfo.InvariantCulture);
        var couldBeDate = month is >= 1 and <= 12 && day is (>= 1 and <= 31) or (>= 61 and <= 91);
        return couldBeDate && !(digits.Length == 10 && digits[0] == '0' && digits[1] == '7' && digits[2] is '0' or '2' or '3' or '6' or '9' && digits[2] != '1');
    }

    private static bool StandsAlone(string text, Match match)
    {
        var end = match.Index + match.Length;
        return (match.Index == 0 || !char.IsAsciiDigit(text[match.Index - 1])) && (end == text.Length || !char.IsAsciiDigit(text[end]));
    }

    private static int Digits(string value) => value.Count(char.IsAsciiDigit);

    internal static Regex Pattern(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
