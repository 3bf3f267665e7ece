using System.CommandLine;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Commands.Backup;

/// <summary>How a backup or a restore tells that it could not be done.</summary>
internal static class BackupVoice
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> Run(ParseResult asked, Func<Task> work)
    {
        var errors = asked.InvocationConfiguration.Error;
        try
        {
            await work();
            return ExitCodes.Done;
        }
        catch (RestoreRefusedException refusal)
        {
            errors.WriteLine(refusal.Message);
            return ExitCodes.Usage;
        }
        catch (SqliteException failure)
        {
            errors.WriteLine($"SQLite could not do it: {failure.Message}");
            return ExitCodes.Failed;
        }
    }
}
