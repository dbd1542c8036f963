using System.Xml.Linq;
using IdeSluss.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace IdeSluss.Platform.Secrets;

/// <summary>Keeps the data-protection keys where every replica sees them. The interface is synchronous; it is used at start and at key rotation only.</summary>
internal sealed class DatabaseKeyRing(DatabaseServer server) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = server.DataSource.CreateCommand("select xml from platform.data_protection_key order by id");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = server.DataSource.CreateCommand("insert into platform.data_protection_key (friendly_name, xml) values ($1, $2)");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
