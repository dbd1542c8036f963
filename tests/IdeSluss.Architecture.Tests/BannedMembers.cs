using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IdeSluss.Architecture.Tests;

/// <summary>Finds calls to banned members in compiled code: what the text looks like does not matter.</summary>
internal static class BannedMembers
{
    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>The clock comes from TimeProvider, ids from CreateVersion7, and nothing blocks a thread.</summary>
    private static readonly (string Type, string Member)[] Everywhere =
    [
        ("System.DateTime", "get_Now"), ("System.DateTime", "get_UtcNow"), ("System.DateTime", "get_Today"),
        ("System.DateTimeOffset", "get_Now"), ("System.DateTimeOffset", "get_UtcNow"),
        ("System.Guid", "NewGuid"),
        ("System.Threading.Thread", "Sleep"),
        ("System.Threading.Tasks.Task", "Wait"), ("System.Threading.Tasks.Task", "WaitAll"), ("System.Threading.Tasks.Task", "WaitAny"),
        ("System.Threading.Tasks.Task`1", "get_Result"), ("System.Threading.Tasks.ValueTask`1", "get_Result"),
    ];

    private static readonly string[] Consoles = ["Write", "WriteLine", "get_Out", "get_Error"];

    private static readonly string[] Awaiters =
    [
        "System.Runtime.CompilerServices.TaskAwaiter", "System.Runtime.CompilerServices.TaskAwaiter`1",
        "System.Runtime.CompilerServices.ValueTaskAwaiter", "System.Runtime.CompilerServices.ValueTaskAwaiter`1",
    ];

    /// <returns><c>Type.Method calls Member</c>.</returns>
    public static IReadOnlyList<string> In(string assembly, bool consoleAllowed)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var found = new List<string>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var owner = metadata.GetTypeDefinition(method.GetDeclaringType());
            foreach (var (type, member) in Calls(file.GetMethodBody(method.RelativeVirtualAddress).GetILContent(), metadata))
                if (IsBanned(type, member, consoleAllowed, IsStateMachine(metadata, owner), metadata.GetString(method.Name)))
                    found.Add($"{NameOf(metadata, owner)}.{metadata.GetString(method.Name)} calls {type}.{member}");
        }

        return found;
    }

    private static bool IsBanned(string type, string member, bool consoleAllowed, bool stateMachine, string method) =>
        Everywhere.Contains((type, member))
        || (!consoleAllowed && type == "System.Console" && Consoles.Contains(member))
        // The compiler's own code after an await, and around an asynchronous Main, asks an awaiter for its result.
        || (member == "GetResult" && Awaiters.Contains(type) && !stateMachine && !method.StartsWith('<'));

    private static bool IsStateMachine(MetadataReader metadata, TypeDefinition type) =>
        type.GetInterfaceImplementations().Select(handle => metadata.GetInterfaceImplementation(handle).Interface)
            .Any(handle => handle.Kind == HandleKind.TypeReference && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)handle).Name) == "IAsyncStateMachine");

    private static IEnumerable<(string Type, string Member)> Calls(ImmutableArray<byte> code, MetadataReader metadata)
    {
        for (var at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE) value = unchecked((short)(0xFE00 | code[at++]));
            var operation = OpCodes[value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineTok && Target(metadata, MetadataTokens.EntityHandle(Int32At(code, at))) is { } target)
                yield return target;
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * Int32At(code, at)),
                _ => 4,
            };
        }
    }

    private static int Int32At(ImmutableArray<byte> code, int at) => BitConverter.ToInt32(code.AsSpan().Slice(at, 4));

    private static (string Type, string Member)? Target(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MethodSpecification) handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        if (handle.Kind != HandleKind.MemberReference) return null;
        var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
        var type = member.Parent.Kind switch
        {
            HandleKind.TypeReference => (TypeReferenceHandle)member.Parent,
            HandleKind.TypeSpecification => GenericType(metadata, (TypeSpecificationHandle)member.Parent),
            _ => default,
        };
        return type.IsNil ? null : (NameOf(metadata, type), metadata.GetString(member.Name));
    }

    /// <summary>The open type of a constructed one: <c>Task`1</c> of <c>Task&lt;int&gt;</c>.</summary>
    private static TypeReferenceHandle GenericType(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return default;
        signature.ReadByte();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : default;
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string NameOf(MetadataReader metadata, TypeDefinition type) =>
        type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(metadata, metadata.GetTypeDefinition(outer))}+{metadata.GetString(type.Name)}"
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
