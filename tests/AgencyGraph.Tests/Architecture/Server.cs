using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace AgencyGraph.Tests.Architecture;

/// <summary>The compiled server: which type uses which, in signatures and inside methods, as the compiler left it.</summary>
internal static class Server
{
    public const string Root = "AgencyGraph";

    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(
        typeof(AgencyGraph.Commands.CommandLine).Assembly.Location, new ReaderParameters { ReadSymbols = true });

    /// <summary>Every type of ours, nested ones and those that the compiler made for closures included.</summary>
    public static IReadOnlyList<TypeDefinition> Types { get; } =
    [
        .. Module.GetAllTypes()
            .Where(type => NamespaceOf(type) is var space && (space == Root || space.StartsWith(Root + ".", StringComparison.Ordinal)))
            .Where(type => !NamespaceOf(type).Contains(".Migrations", StringComparison.Ordinal)),
    ];

    /// <summary>The folder of the source, by its namespace; the empty name for the program itself.</summary>
    public static string RoomOf(TypeReference type)
    {
        var parts = NamespaceOf(type).Split('.');
        return parts[0] != Root ? "" : parts.Length > 1 ? parts[1] : "Program";
    }

    public static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    /// <summary>The type as its file names it.</summary>
    public static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>Every type that the type names.</summary>
    public static IReadOnlyList<TypeReference> Used(TypeDefinition type)
    {
        var found = new List<TypeReference?> { type.BaseType };
        found.AddRange(type.Interfaces.Select(face => face.InterfaceType));
        found.AddRange(type.Fields.Select(field => field.FieldType));
        found.AddRange(AttributesOf(type).Concat(type.Methods.SelectMany(AttributesOf)).Concat(type.Properties.SelectMany(AttributesOf)));
        foreach (var method in type.Methods)
        {
            found.Add(method.ReturnType);
            found.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            found.AddRange(method.GenericParameters.Concat(type.GenericParameters).SelectMany(parameter => parameter.Constraints)
                .Select(limit => limit.ConstraintType));
            found.AddRange(Members(method).SelectMany(InMember));
            if (method.HasBody)
                found.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
        }

        return [.. found.OfType<TypeReference>().SelectMany(Parts).DistinctBy(used => used.FullName)];
    }

    /// <summary>Every member that the type's methods call or read, and every type that they name.</summary>
    public static IEnumerable<MemberReference> Members(MethodDefinition method)
        => method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MemberReference>() : [];

    /// <summary>The lines from a method's first statement to its last.</summary>
    public static int LinesOf(MethodDefinition method)
    {
        var points = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden).ToArray();
        return points.Length == 0 ? 0 : points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;
    }

    private static IEnumerable<TypeReference> AttributesOf(ICustomAttributeProvider provider)
        => provider.CustomAttributes.Select(attribute => attribute.AttributeType);

    private static IEnumerable<TypeReference> InMember(MemberReference member) => member switch
    {
        TypeReference type => [type],
        MethodReference method
            => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. (method as GenericInstanceMethod)?.GenericArguments ?? []],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        RequiredModifierType modified => [.. Parts(modified.ElementType), .. Parts(modified.ModifierType)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
