namespace IdeSluss.Sdk.Web;

/// <summary>Static files of plugins (<c>wwwroot</c> of the plugin), served below <c>/_plugin/{slug}/</c> with their content's hash, so that they can be cached for a year.</summary>
/// <example><code>files.AddressOf("pitea", "themes/pitea.css")  // /_plugin/pitea/themes/pitea.css?v=3f9c…</code></example>
public interface IPluginFiles
{
    /// <summary>The address of a file; without hash when the file does not exist, so that the missing file shows as a 404 and not as a broken page.</summary>
    string AddressOf(string slug, string path);

    bool Exists(string slug, string path);
}
