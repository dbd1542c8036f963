using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Features.Testbeds.EditTestbed;

namespace IdeSluss.Testbeds.Features.Testbeds.Pictures;

/// <summary>The drawn pictures of the demo's test beds: files of the municipality's plugin, and nothing in the file store, so that a demo costs nothing to start.</summary>
internal sealed class ExamplePictures(IEnumerable<TestbedExample> examples, IPluginFiles files, InstanceInfo instance)
{
    private const int Width = 960;
    private const int Height = 640;

    private readonly Dictionary<string, ExamplePicture> bySlug = examples.Where(example => example.Picture is not null).ToDictionary(example => RecordWriting.SlugOf(example.Record.Name!), example => example.Picture!);

    /// <returns>Null for a test bed that is no example, and for an example without one.</returns>
    public PublicPicture? Of(string slug, bool isExample)
    {
        if (!isExample || !bySlug.TryGetValue(slug, out var picture)) return null;
        var address = files.AddressOf(instance.Slug, picture.File);
        return new(picture.Description, address, address, Width, Height);
    }
}
