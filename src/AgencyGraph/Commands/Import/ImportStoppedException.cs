namespace AgencyGraph.Commands.Import;

/// <summary>The import cannot go on: no fault of a line, and no line is refused for it.</summary>
public sealed class ImportStoppedException(ImportExit exit, string message, Exception? inner = null) : Exception(message, inner)
{
    public ImportExit Exit => exit;
}
