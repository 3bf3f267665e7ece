using System.Security.Cryptography;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans;

/// <summary>
/// Stand-ins for the values of requests to come, each unlike any other, so that the parameters that EF makes of them can be told apart.
/// </summary>
internal sealed class Probes(Role role, Purpose purpose) : IPageCursors
{
    private readonly List<(PlanLeaf Leaf, object Value)> known = [];
    private readonly Dictionary<int, CursorPlace> cursors = [];

    public Caller Caller { get; } = new(Word(), new AgencyCode(Word()), role, purpose, Word());

    public IEnumerable<(PlanLeaf Leaf, object Value)> Known
        => known.Append((new PlanLeaf.Agency(), Caller.AgencyHolder)).Append((new PlanLeaf.Worker(), Caller.WorkerHolder))
            .Append((new PlanLeaf.ActedFor(), Caller.ActedForHolder));

    /// <summary>Where the cursor of an argument belongs; null when none was opened for it.</summary>
    public CursorPlace? CursorAt(int index) => cursors.GetValueOrDefault(index);

    /// <summary>A stand-in for an argument; null when values of its type are part of the plan and not of the request.</summary>
    public object? Argument(int index, Type type)
    {
        var value = Of(Nullable.GetUnderlyingType(type) ?? type);
        if (value is not null)
            known.Add((new PlanLeaf.Argument(index), value));
        return value;
    }

    /// <summary>A stand-in for the key of a row above.</summary>
    public object Key(Type type)
    {
        var value = Of(Nullable.GetUnderlyingType(type) ?? type) ?? throw new PlanDeclinedException($"A key of type {type.Name}");
        known.Add((new PlanLeaf.Key(), value));
        return value;
    }

    /// <summary>A cursor's text is the index of its argument, given by the compiler.</summary>
    public IReadOnlyList<CursorValue> Open(string cursor, CursorScope scope, IReadOnlyList<Type> keys)
    {
        if (!int.TryParse(cursor, System.Globalization.CultureInfo.InvariantCulture, out var index))
            throw new PlanDeclinedException("A cursor that is part of the document");
        if (!cursors.TryAdd(index, new CursorPlace(scope.List, scope.Order, keys)))
            throw new PlanDeclinedException("A cursor that is used twice");
        var values = new List<CursorValue>();
        for (var position = 0; position < keys.Count; position++)
        {
            var value = Of(keys[position]) ?? throw new PlanDeclinedException($"A cursor by {keys[position].Name}");
            known.Add((new PlanLeaf.CursorKey(index, position), value));
            values.Add(new CursorValue(CursorValue.Text(value)));
        }

        return values;
    }

    private static object? Of(Type type)
    {
        if (type == typeof(string))
            return Word();
        if (type == typeof(DateTime))
            return DateTime.UnixEpoch.AddMilliseconds(RandomNumberGenerator.GetInt32(int.MaxValue));
        if (Implements(type, typeof(IRecordId<>)))
            return Make(nameof(Restore.Id), type, Guid.NewGuid());
        return Implements(type, typeof(ICode<>)) ? Make(nameof(Restore.Code), type, Word()) : null;
    }

    private static string Word() => RandomNumberGenerator.GetHexString(16);

    private static bool Implements(Type type, Type open) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == open);

    private static object Make(string method, Type type, object value) => typeof(Restore).GetMethod(method)!.MakeGenericMethod(type).Invoke(null, [value])!;
}
