using System.CommandLine;

namespace AgencyGraph.Commands.Backup;

/// <summary><c>restore FILE</c>, or <c>restore --mark</c> where another tool has restored the database already.</summary>
internal static class RestoreCommand
{
    private const string Description = """
        Puts a backup in the place of the embedded database, and begins a new history of the feed: every cursor made before is answered
        CURSOR_EPOCH_CHANGED, and consumers list, then watch. What was written after the backup is not in it. The database that
        stood there is kept beside it. Stop the server first; run it as the server's user.
        For PostgreSQL, restore with its own tools and run restore --mark, before the first server is started.

        Exit codes: 0 done; 1 something broke on the way; 2 it cannot be done as asked, and nothing was changed.
        """;

    private static readonly Argument<string[]> Words = BackupWords.Argument("What backup made.");

    private static readonly Option<bool> Mark = new("--mark")
    {
        Description = "Restores nothing: begins a new history in a database that was restored by other means.",
    };

    public static Command Create()
    {
        var command = new Command("restore", Description) { Words, Mark };
        command.SetAction((asked, cancellationToken) => BackupVoice.Run(asked, () => RestoreAsync(asked, cancellationToken)));
        return command;
    }

    private static async Task RestoreAsync(ParseResult asked, CancellationToken cancellationToken)
    {
        var words = asked.GetValue(Words);
        var source = BackupWords.FileAmong(words);
        if (source is null != asked.GetValue(Mark))
            throw new RestoreRefusedException("Give either FILE or --mark.");

        var options = CommandStorage.Read(BackupWords.SettingsAmong(words));
        var output = asked.InvocationConfiguration.Output;
        if (source is null)
            await NewHistory.BeginAsync(options, output, cancellationToken);
        else if (options.PostgresConnectionString is not null)
            throw new RestoreRefusedException("The records are in PostgreSQL: restore them with pg_restore, then run restore --mark.");
        else
            await new SqliteRestore(source, Path.GetFullPath(options.SqliteFile), TimeProvider.System, output).RunAsync(cancellationToken);
    }
}
