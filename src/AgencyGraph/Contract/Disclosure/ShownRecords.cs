using System.Numerics;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Disclosure;

/// <summary>What an answer shows: for the ledger every record and the classes of its fields, and for a reader's budget what counts there.</summary>
internal sealed class ShownRecords
{
    private readonly HashSet<ShownRecord> records = [];
    private readonly HashSet<Guid> counted = [];
    private ulong details;

    /// <summary>As they count for the budget: every child, and every other record that the operation found for itself. What stands below a child comes with the child.</summary>
    public IReadOnlyCollection<Guid> Ids => counted;

    public IReadOnlyCollection<ShownRecord> Records => records;

    /// <summary>How many counts of records it tells.</summary>
    public int Totals { get; private set; }

    /// <summary>Whether records were asked for, though none may have been found.</summary>
    public bool IsOfRecords { get; private set; }

    /// <summary>The classes of which some field has a value; what is open to everybody aside.</summary>
    public IReadOnlyCollection<Detail> Details
    {
        get
        {
            var known = new List<Detail>(BitOperations.PopCount(details));
            for (var rest = details; rest != 0; rest &= rest - 1)
                known.Add((Detail)BitOperations.TrailingZeroCount(rest));
            return known;
        }
    }

    public void Ask() => IsOfRecords = true;

    public void Add(ShownRecord record, bool counts)
    {
        _ = records.Add(record);
        if (counts)
            _ = counted.Add(record.Id);
    }

    public void AddTotal() => Totals++;

    public void Tell(Detail detail)
    {
        if (detail != Detail.Open)
            details |= 1UL << (int)detail;
    }
}
