using System.Threading.Channels;
using AgencyGraph.Benchmarks.Region;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>
/// The rows that one recorded incident about a new child makes, by prepared inserts in the server's own tables and indexes; whatever
/// waits shares a transaction, flushed to the disk.
/// </summary>
internal sealed class LimitWrites : IDisposable
{
    private readonly Channel<TaskCompletionSource> waiting = Channel.CreateUnbounded<TaskCompletionSource>(new() { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly Thread writer;
    private long number = 10_000_000;

    public LimitWrites(string file)
    {
        connection = new SqliteConnection(RegionFile.ConnectionString(file, SqliteOpenMode.ReadWrite));
        connection.Open();
        Run("PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
        writer = new Thread(Write) { IsBackground = true };
        writer.Start();
    }

    /// <summary>Until it is on the disk.</summary>
    public Task RecordAsync()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = waiting.Writer.TryWrite(written);
        return written.Task;
    }

    public void Dispose()
    {
        waiting.Writer.Complete();
        writer.Join();
        connection.Dispose();
    }

    private void Write()
    {
        using var rows = new IncidentRows(connection);
        var together = new List<TaskCompletionSource>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Run("BEGIN IMMEDIATE");
            while (waiting.Reader.TryRead(out var one))
            {
                rows.Add(number++);
                together.Add(one);
            }

            Run("COMMIT");
            together.ForEach(one => one.SetResult());
            together.Clear();
        }
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        _ = command.ExecuteNonQuery();
    }
}
