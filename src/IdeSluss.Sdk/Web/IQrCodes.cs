namespace IdeSluss.Sdk.Web;

/// <summary>Codes to scan with a telephone. Drawn by the host, without any service.</summary>
public interface IQrCodes
{
    /// <summary>
    /// As an SVG that scales: black on white also on a dark page, since a camera must read it, one square to a unit, and mended when up to 15 % of it is hidden. Answer with it as
    /// <c>image/svg+xml</c>, and say what it holds in words beside it.
    /// </summary>
    /// <param name="text">Most often an address: at most 2 000 characters.</param>
    /// <exception cref="ArgumentException">The text is empty, or longer than a code can hold.</exception>
    /// <example><code>TypedResults.Text(codes.Svg($"{instance.PublicAddress}/utbildning/narvaro?kod={code}"), "image/svg+xml")</code></example>
    string Svg(string text);
}
