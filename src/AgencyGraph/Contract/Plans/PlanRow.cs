using System.Text.Json;

namespace AgencyGraph.Contract.Plans;

/// <summary>A row of a statement, by what its columns mean.</summary>
internal abstract class PlanRow
{
    public abstract bool IsNull(int column);

    public abstract string Text(int column);

    public abstract void WriteText(Utf8JsonWriter json, int column);

    public abstract int Number(int column);

    public abstract bool Truth(int column);

    public abstract DateTime Instant(int column);

    public abstract DateOnly Date(int column);

    public abstract Guid Id(int column);

    /// <summary>The value as the key of a statement below.</summary>
    public abstract object Key(int column);
}

/// <summary>The rows of a statement, one at a time.</summary>
internal abstract class PlanRows : IDisposable
{
    public abstract PlanRow Row { get; }

    public abstract bool Read();

    public abstract void Dispose();
}
