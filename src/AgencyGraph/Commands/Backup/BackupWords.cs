using System.CommandLine;

namespace AgencyGraph.Commands.Backup;

/// <summary>What stands behind the verb: a file, and settings as <c>serve</c> takes them.</summary>
internal static class BackupWords
{
    /// <summary>Takes settings too: the parser knows none of them, and must not take one for the file.</summary>
    public static Argument<string[]> Argument(string description) => new("FILE")
    {
        Description = $"{description} Further words are settings, as for serve: --Storage:SqliteFile=FILE",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static string? FileAmong(string[]? words)
        => (words ?? []).Where(word => !IsSetting(word)).ToArray() switch
        {
            [] => null,
            [var file] => Path.GetFullPath(file),
            _ => throw new RestoreRefusedException("Name one file. A setting is one word: --Storage:SqliteFile=FILE"),
        };

    public static string[] SettingsAmong(string[]? words) => [.. (words ?? []).Where(IsSetting)];

    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
