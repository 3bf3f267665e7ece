using System.CommandLine;
using AgencyGraph.Storage.Sqlite;

namespace AgencyGraph.Commands.Backup;

/// <summary><c>backup FILE</c>: copies the embedded database while the server runs.</summary>
internal static class BackupCommand
{
    private const string Description = """
        Copies the embedded database to FILE, of one instant, while the server goes on. The copy is examined before it gets its name.
        It holds children's records: only its owner may read it, and it is to be kept as the database itself is.
        With PostgreSQL use pg_dump.

        Exit codes: 0 done; 1 something broke on the way, and there is no FILE; 2 it cannot be done as asked.
        """;

    private static readonly Argument<string[]> Words = BackupWords.Argument("Where the copy goes. It must not be there yet.");

    public static Command Create()
    {
        var command = new Command("backup", Description) { Words };
        command.SetAction(asked => BackupVoice.Run(asked, () => Copy(asked.GetValue(Words), asked.InvocationConfiguration.Output)));
        return command;
    }

    private static Task Copy(string[]? words, TextWriter output)
    {
        var target = BackupWords.FileAmong(words) ?? throw new RestoreRefusedException("Name the file that is to be made.");
        var options = CommandStorage.Read(BackupWords.SettingsAmong(words));
        if (options.PostgresConnectionString is not null)
            throw new RestoreRefusedException("The records are in PostgreSQL: use pg_dump, or your server's own backups.");
        if (!File.Exists(options.SqliteFile))
            throw new RestoreRefusedException($"There is no database {options.SqliteFile}.");
        if (File.Exists(target))
            throw new RestoreRefusedException($"{target} is there already.");

        using var hold = FileHold.TryShare(options.SqliteFile) ?? throw new RestoreRefusedException($"{options.SqliteFile} is being restored.");
        var unfinished = $"{target}.unfinished";
        File.Delete(unfinished);
        SqliteFile.Copy(options.SqliteFile, unfinished);
        if (SqliteFile.FindDamage(unfinished) is { } damage)
            throw new IOException($"The copy cannot be trusted ({damage}), and neither can the database. It is kept as {unfinished}.");

        File.Move(unfinished, target);
        output.WriteLine($"{options.SqliteFile} is in {target}, {new FileInfo(target).Length:N0} bytes; examined, and nothing is wrong.");
        return Task.CompletedTask;
    }
}
