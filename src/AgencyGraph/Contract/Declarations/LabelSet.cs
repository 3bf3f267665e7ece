using System.Linq.Expressions;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Declarations;

/// <summary><see cref="RecordLabels{T}"/> without its type, by the names of the members of <see cref="ISharedRecord"/>.</summary>
public sealed record LabelSet(IReadOnlyDictionary<string, LambdaExpression> Members)
{
    public static LabelSet Of<T>(RecordLabels<T> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return new(new Dictionary<string, LambdaExpression>
        {
            [nameof(ISharedRecord.Originator)] = labels.Originator,
            [nameof(ISharedRecord.Council)] = labels.Council,
            [nameof(ISharedRecord.IsShared)] = labels.IsShared,
            [nameof(ISharedRecord.Children)] = labels.Children,
            [nameof(ISharedRecord.Restriction)] = labels.Restriction ?? (Expression<Func<T, Guid?>>)(_ => null),
            [nameof(ISharedRecord.NeedsConsent)] = labels.NeedsConsent ?? (Expression<Func<T, bool>>)(_ => false),
            [nameof(ISharedRecord.NoticeAt)] = labels.NoticeAt ?? (Expression<Func<T, DateTime?>>)(_ => null),
            [nameof(ISharedRecord.Worker)] = labels.Worker ?? (Expression<Func<T, string?>>)(_ => null),
            [nameof(ISharedRecord.IsPointer)] = labels.IsPointer ?? (Expression<Func<T, bool>>)(_ => false),
        });
    }
}

/// <summary>A graph type whose rows are governed by a row rule.</summary>
public interface IRecordGraph
{
    RecordKind Kind { get; }

    LabelSet Labels { get; }

    /// <summary>From a row to the id under which the ledger of disclosures names it.</summary>
    LambdaExpression LedgerId { get; }

    /// <summary>From a row to its version; null for a kind whose records have none.</summary>
    LambdaExpression? LedgerVersion { get; }
}

/// <summary>A graph type whose rows are part of a governed record.</summary>
public interface IPartGraph
{
    /// <summary>From a row to the record it is part of.</summary>
    LambdaExpression Whole { get; }

    LabelSet Labels { get; }
}
