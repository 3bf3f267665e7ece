namespace AgencyGraph.Benchmarks.Data;

/// <summary>The force that the benchmarks write as, and the councils of its area.</summary>
internal static class GreaterManchester
{
    public const string Force = "greater-manchester";

    public const string Prefix = "GMP";

    public static readonly string[] Councils = ["BOL", "BUR", "MAN", "OLD", "RCH", "SKP", "SLF", "TAM", "TRF", "WGN"];
}
