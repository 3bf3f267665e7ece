using System.Collections.Concurrent;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary>What <see cref="IGoverned{TSelf}"/> says of a class, for code that meets it as a <see cref="Type"/>.</summary>
internal sealed record GovernedType(RecordKind Kind, LabelSet Labels)
{
    private static readonly ConcurrentDictionary<Type, GovernedType?> Known = new();

    /// <summary>Null when row rules do not govern the class.</summary>
    public static GovernedType? Of(Type type) => Known.GetOrAdd(type, static candidate =>
        candidate.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IGoverned<>))
            ? (GovernedType)typeof(GovernedType).GetMethod(nameof(Read))!.MakeGenericMethod(candidate).Invoke(null, null)!
            : null);

    public static GovernedType Read<T>() where T : class, IGoverned<T> => new(T.Kind, LabelSet.Of(T.Labels));
}
