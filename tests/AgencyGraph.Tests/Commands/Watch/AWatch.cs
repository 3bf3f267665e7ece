using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using AgencyGraph.Commands;
using AgencyGraph.Commands.Watch;

namespace AgencyGraph.Tests.Commands.Watch;

/// <summary>Runs the command as the shell does, and hears each line as it is printed.</summary>
internal sealed class AWatch : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource interrupt = new();
    private readonly Lines output = new();
    private readonly Lines errors = new();
    private readonly Task<int> running;

    public AWatch(params string[] words)
    {
        var command = WatchCommand.Create(TimeProvider.System, new Patience(3, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(200)));
        var invocation = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false };
        running = Task.Run(() => command.Parse(words).InvokeAsync(invocation, interrupt.Token));
    }

    public bool HasEnded => running.IsCompleted;

    public async Task<string> LineAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        return await output.Whole.Reader.ReadAsync(limit.Token);
    }

    public async Task<string> ComplaintAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        return await errors.Whole.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The next update, printed as JSON.</summary>
    public async Task<JsonNode> UpdateAsync() => JsonNode.Parse(await LineAsync())!; // A line is an object.

    /// <summary>Ctrl-C.</summary>
    public Task<WatchExit> InterruptAsync()
    {
        interrupt.Cancel();
        return ExitAsync();
    }

    public async Task<WatchExit> ExitAsync() => (WatchExit)await running.WaitAsync(Limit);

    public async ValueTask DisposeAsync()
    {
        await interrupt.CancelAsync();
        _ = await ExitAsync();
        interrupt.Dispose();
        await output.DisposeAsync();
        await errors.DisposeAsync();
    }

    private sealed class Lines : StringWriter
    {
        public Channel<string> Whole { get; } = Channel.CreateUnbounded<string>();

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => Whole.Writer.TryWrite(value ?? "");

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }
    }
}
