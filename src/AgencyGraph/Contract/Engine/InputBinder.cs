using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Engine;

/// <summary>Makes input records from coerced GraphQL input objects. Only declared members are taken; nothing binds to an entity.</summary>
internal sealed class InputBinder(ValueTypes values)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<InputMember>> Members = new();

    public object Bind(Type type, IDictionary<string, object?> input) => Bind(type, input, isSought: false);

    /// <summary>An input by which something is looked for: its texts find nothing where no record can hold them.</summary>
    public object BindSought(Type type, IDictionary<string, object?> input) => Bind(type, input, isSought: true);

    private object Bind(Type type, IDictionary<string, object?> input, bool isSought)
    {
        var record = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var member in MembersOf(type))
        {
            if (input.TryGetValue(member.Name, out var given) && given is not null)
                member.Property.SetValue(record, Convert(member.Property.PropertyType, given, isSought));
        }

        return record;
    }

    public static IReadOnlyList<InputMember> MembersOf(Type type) => Members.GetOrAdd(type, InputMember.Of);

    private object Convert(Type type, object given, bool isSought)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (InputMember.ElementOf(type) is { } element)
            return ConvertList(element, (IEnumerable)given, isSought);
        if (given is IDictionary<string, object?> inner)
            return Bind(type, inner, isSought || type.IsDefined(typeof(OneOfAttribute)));
        return given is not string text ? given
            : values.IsId(type, out var tag) ? Restored(nameof(Restore.Id), type, NodeId.DecodeOrEmpty(tag, text))
            : ValueTypes.IsCode(type) ? Restored(nameof(Restore.Code), type, SoughtText.Of(text))
            : isSought ? SoughtText.Of(text)
            : given;
    }

    private IList ConvertList(Type element, IEnumerable given, bool isSought)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in given)
            _ = list.Add(Convert(element, item, isSought));
        return list;
    }

    private static object Restored(string method, Type type, object value) => typeof(Restore).GetMethod(method)!.MakeGenericMethod(type).Invoke(null, [value])!;
}

/// <summary>One member of an input record.</summary>
internal sealed record InputMember(string Name, PropertyInfo Property, bool IsRequired, object? Default)
{
    public static IReadOnlyList<InputMember> Of(Type type)
    {
        var blank = Activator.CreateInstance(type, nonPublic: true)!;
        var nullness = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetMethod is { IsStatic: false })
            .Select(property => new InputMember(
                char.ToLowerInvariant(property.Name[0]) + property.Name[1..],
                property,
                IsRequired: property.PropertyType.IsValueType
                    ? Nullable.GetUnderlyingType(property.PropertyType) is null
                    : nullness.Create(property).WriteState == NullabilityState.NotNull,
                Default: property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) ? null : property.GetValue(blank)))];
    }

    /// <summary>The element type of a list; null when the type is no list.</summary>
    public static Type? ElementOf(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
