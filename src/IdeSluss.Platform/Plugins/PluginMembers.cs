using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IdeSluss.Platform.Plugins;

/// <summary>
/// Resolves every type and member of ours that a plugin refers to. Loading does not: a method that is gone would be found when a timer calls it at night.
/// </summary>
internal static class PluginMembers
{
    // Stands in for the type parameters of the place a reference is used in; only the member's existence matters here.
    private static readonly Type[] AnyType = [.. Enumerable.Repeat(typeof(object), 8)];

    public static IEnumerable<string> Missing(Assembly assembly)
    {
        using var stream = File.OpenRead(assembly.Location);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var module = assembly.ManifestModule;

        foreach (var handle in metadata.TypeReferences)
        {
            var reference = metadata.GetTypeReference(handle);
            if (IsOurs(metadata, handle) && Fails(() => module.ResolveType(MetadataTokens.GetToken(handle))) is { } reason)
                yield return $"the type {NameOf(metadata, reference)} does not exist here ({reason}).";
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var reference = metadata.GetMemberReference(handle);
            if (OwnerOf(metadata, reference.Parent) is not { } owner || !IsOurs(metadata, owner)) continue;
            // A type that is missing was named above; its members need not follow.
            if (Fails(() => module.ResolveType(MetadataTokens.GetToken(owner))) is not null) continue;
            if (Fails(() => module.ResolveMember(MetadataTokens.GetToken(handle), AnyType, AnyType)) is { } reason)
                yield return $"{NameOf(metadata, metadata.GetTypeReference(owner))}.{metadata.GetString(reference.Name)} does not exist here with this signature ({reason}).";
        }
    }

    private static string? Fails(Func<object?> resolve)
    {
        try
        {
            resolve();
            return null;
        }
        catch (Exception error) when (error is MissingMemberException or TypeLoadException or FileNotFoundException)
        {
            return error.Message;
        }
        catch (Exception error) when (error is ArgumentException or BadImageFormatException)
        {
            // A generic owner whose constraints the stand-in type does not meet: undecided, and left to the run time.
            return null;
        }
    }

    private static bool IsOurs(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => Ours.Is(metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)),
            HandleKind.TypeReference => IsOurs(metadata, (TypeReferenceHandle)scope),
            _ => false,
        };
    }

    private static TypeReferenceHandle? OwnerOf(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => GenericOwner(metadata, metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature)),
        _ => null,
    };

    /// <summary>The generic type in <c>Outcome&lt;Receipt&gt;</c>: GENERICINST, CLASS or VALUETYPE, then the type.</summary>
    private static TypeReferenceHandle? GenericOwner(MetadataReader metadata, BlobReader signature)
    {
        _ = metadata;
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        signature.ReadSignatureTypeCode();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
    }

    private static string NameOf(MetadataReader metadata, TypeReference type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}".TrimStart('.');
}
