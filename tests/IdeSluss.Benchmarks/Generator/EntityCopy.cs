using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace IdeSluss.Benchmarks.Generator;

/// <summary>Writes entities by COPY into the table and columns that the model maps them to, so that a new column is written without anyone remembering it here.</summary>
internal sealed class EntityCopy<TEntity> : IAsyncDisposable where TEntity : class
{
    private readonly NpgsqlBinaryImporter importer;
    private readonly IReadOnlyList<IProperty> columns;

    private EntityCopy(NpgsqlBinaryImporter importer, IReadOnlyList<IProperty> columns)
    {
        this.importer = importer;
        this.columns = columns;
    }

    public static async Task<EntityCopy<TEntity>> BeginAsync(DbContext db, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var columns = entity.GetProperties().Where(property => property.GetComputedColumnSql() is null).ToList();
        var names = string.Join(", ", columns.Select(property => property.GetColumnName()));
        return new(await connection.BeginBinaryImportAsync($"copy {entity.GetSchemaQualifiedTableName()} ({names}) from stdin (format binary)", cancellationToken), columns);
    }

    /// <param name="shadow">Values of columns that the class has no property for.</param>
    public async Task WriteAsync(TEntity entity, IReadOnlyDictionary<string, object?>? shadow = null, CancellationToken cancellationToken = default)
    {
        await importer.StartRowAsync(cancellationToken);
        foreach (var property in columns)
        {
            var value = property.IsShadowProperty() ? shadow?.GetValueOrDefault(property.Name) : property.GetGetter().GetClrValue(entity);
            if (property.GetTypeMapping().Converter is { } converter) value = converter.ConvertToProvider(value);
            if (value is null) await importer.WriteNullAsync(cancellationToken);
            else await importer.WriteAsync(value, property.GetColumnType().Split('(')[0], cancellationToken);
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken) => await importer.CompleteAsync(cancellationToken);

    public ValueTask DisposeAsync() => importer.DisposeAsync();
}
