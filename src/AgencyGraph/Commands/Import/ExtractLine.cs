namespace AgencyGraph.Commands.Import;

/// <summary>A line of an extract without its line end.</summary>
/// <param name="Number">Counted from 1 over all lines of the file, blank ones included.</param>
/// <param name="Offset">Where in the file it begins, in bytes.</param>
/// <param name="Text">Valid until the next line is read; empty where the line is too long.</param>
/// <param name="Digest">Half of the SHA-256 of its bytes: the same for a line repeated to the letter.</param>
internal readonly record struct ExtractLine(int Number, long Offset, ReadOnlyMemory<byte> Text, UInt128 Digest, bool IsTooLong)
{
    /// <summary>1 MiB.</summary>
    public const int MaxLength = 1024 * 1024;

    public bool IsBlank => !IsTooLong && Text.Span.IndexOfAnyExcept(" \t\r"u8) < 0;
}
