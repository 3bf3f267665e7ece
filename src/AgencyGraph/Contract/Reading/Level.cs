using System.Linq.Expressions;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>One statement of a read: the rows of one list, for all the rows above it at once.</summary>
internal sealed class Level
{
    /// <summary>A row of the query: the link's row, or at a root the target's.</summary>
    public required ParameterExpression Row { get; init; }

    /// <summary>The key under which rows belong to a row above; null at a root.</summary>
    public Expression? Key { get; init; }

    public required IReadOnlyList<Expression> Conditions { get; init; }

    public required IReadOnlyList<(Expression Key, bool IsDescending)> Order { get; init; }

    /// <summary>The key first, where there is one; places for what lower levels bring hold nulls.</summary>
    public required IReadOnlyList<Expression> Columns { get; init; }

    public required IReadOnlyList<LowerLevel> Lower { get; init; }

    public required View View { get; init; }

    /// <summary>By what its rows stand in the ledger; null where no row rule governs them.</summary>
    public LedgerColumns? Ledgered { get; init; }

    /// <summary>The page of a connection; null for other shapes.</summary>
    public LevelPage? Page { get; init; }
}

/// <summary>Where the record that a row shows stands in it.</summary>
/// <param name="Version">Null for a kind whose records have none, or where no row is shown but only counted.</param>
/// <param name="Id">Null where no row is shown but only counted.</param>
/// <param name="Counts">Whether it counts for its reader's budget (see <see cref="Disclosure.ShownRecords"/>).</param>
internal sealed record LedgerColumns(RecordKind Kind, int? Id, int? Version, bool Counts);

/// <summary>A level below another: where its rows find their key, and where they are put.</summary>
internal sealed record LowerLevel(int KeyIndex, int ResultIndex, LevelShape Shape, Level Level);

internal enum LevelShape
{
    One,
    Many,
    Page,
}

/// <summary>Which page a level reads, and what a connection shows of it.</summary>
internal sealed record LevelPage(
    int Size, bool IsBackward, bool HasAfter, bool HasBefore, IReadOnlyList<int> CursorColumns, IReadOnlyList<Type> KeyTypes, CursorScope CursorScope, ConnectionSelection Connection,
    IReadOnlyList<Expression> UnpagedConditions, IReadOnlyDictionary<string, View> Views);
