using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Domain;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Testbeds.Features.Testbeds.FindFree;

/// <summary>A time in an address, so that a search can be kept as a link and taken on to the booking.</summary>
internal static class TimeQuery
{
    /// <summary>The API's names and the address's.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["fromDay"] = "fran", ["toDay"] = "till", ["fromTime"] = "frantid", ["toTime"] = "tilltid", ["fromTurn"] = "franvilken", ["toTurn"] = "tillvilken",
    };

    public static PeriodInput Read(IQueryCollection query) =>
        new(query["fran"].FirstOrDefault(), query["frantid"].FirstOrDefault(), query["till"].FirstOrDefault(), query["tilltid"].FirstOrDefault(), TurnOf(query["franvilken"].FirstOrDefault()), TurnOf(query["tillvilken"].FirstOrDefault()));

    /// <summary>What must be corrected, at the fields of the address.</summary>
    public static Problem AtFields(Problem problem) => problem with { Errors = [.. problem.Errors.Select(error => error with { Field = Names.GetValueOrDefault(error.Field, error.Field) })] };

    public static IEnumerable<(string Name, string Value)> Write(PeriodInput time) =>
        new (string Name, string? Value)[] { ("fran", time.FromDay), ("till", time.ToDay), ("frantid", time.FromTime), ("tilltid", time.ToTime), ("franvilken", time.FromTurn?.ToString()), ("tillvilken", time.ToTurn?.ToString()) }
            .Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => (one.Name, one.Value!));

    private static Turn? TurnOf(string? typed) => Enum.TryParse<Turn>(typed, out var turn) && Enum.IsDefined(turn) ? turn : null;
}
