using System.Data.Common;
using System.Linq.Expressions;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Plans;

/// <summary>What differs between the databases in how plans are translated and run.</summary>
internal interface IPlanStore
{
    /// <summary>A level's statement, with a stand-in for the key or keys of the rows above.</summary>
    DbCommand Rows(AgencyDb db, Level level, IReadOnlyList<Expression> columns, object? key, int? take);

    /// <summary>A page's total, likewise.</summary>
    DbCommand Total(AgencyDb db, Level level, object? key);

    /// <summary>Whether a statement below others is run for all their keys at once, so that its rows carry the key.</summary>
    bool RunsForManyKeys { get; }

    /// <summary>A value as a parameter's value in this database.</summary>
    object Stored(object value);

    /// <summary>Runs a plan in one snapshot; null where what it was to show may not be seen.</summary>
    /// <param name="shown">Is told which records the answer shows.</param>
    ValueTask<ReadOnlyMemory<byte>?> RunAsync(
        Plan plan, Caller caller, object?[] arguments, PageSeal seal, ShownRecords shown, CancellationToken cancellationToken);
}
