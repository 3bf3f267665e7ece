using System.Globalization;
using Spectre.Console;

namespace AgencyGraph.Commands.Import;

/// <summary>Shows how far the import is: bars on a terminal, a line every few seconds where the output goes to a file.</summary>
internal sealed class ImportScreen(TextWriter output, bool isTerminal, TimeProvider clock)
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    public void Say(string text)
    {
        var shown = string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
        lock (gate)
        {
            if (isTerminal)
                console.MarkupLineInterpolated($"[yellow]{shown}[/]");
            else
                output.WriteLine(shown);
        }
    }

    public Task<ImportExit> ShowAsync(ImportTally tally, long bytes, Func<Task<ImportExit>> work)
        => isTerminal ? ShowBarsAsync(tally, bytes, work) : ShowLinesAsync(tally, bytes, work);

    private Task<ImportExit> ShowBarsAsync(ImportTally tally, long bytes, Func<Task<ImportExit>> work)
        => console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var reading = context.AddTask("reading", autoStart: true, Math.Max(bytes, 1));
                var sending = context.AddTask("sending", autoStart: false, 1);
                return await WatchAsync(work, BetweenFrames, () =>
                {
                    reading.Value = tally.ToSend > 0 ? bytes : tally.BytesRead;
                    if (tally.ToSend == 0)
                        return;

                    if (!sending.IsStarted)
                        sending.StartTask();
                    sending.MaxValue = tally.ToSend;
                    sending.Value = tally.Answered;
                    sending.Description = string.Create(CultureInfo.InvariantCulture, $"sending {sending.Speed ?? 0:N0} lines/s");
                });
            });

    private Task<ImportExit> ShowLinesAsync(ImportTally tally, long bytes, Func<Task<ImportExit>> work)
    {
        long? sendingSince = null;
        return WatchAsync(work, BetweenLines, () =>
        {
            if (tally.ToSend == 0)
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"reading: {tally.BytesRead:N0} of {bytes:N0} bytes"));
                return;
            }

            sendingSince ??= clock.GetTimestamp();
            var rate = tally.Answered / Math.Max(clock.GetElapsedTime(sendingSince.Value).TotalSeconds, BetweenLines.TotalSeconds);
            var left = TimeSpan.FromSeconds(Math.Ceiling((tally.ToSend - tally.Answered) / Math.Max(rate, 0.01)));
            Say(string.Create(CultureInfo.InvariantCulture,
                $"sending: {tally.Answered:N0} of {tally.ToSend:N0} lines, {rate:N0} a second, {left:c} left, {tally.Refused:N0} refused"));
        });
    }

    private async Task<ImportExit> WatchAsync(Func<Task<ImportExit>> work, TimeSpan every, Action show)
    {
        var working = work();
        while (await Task.WhenAny(working, Task.Delay(every, clock)) != working)
            show();
        if (isTerminal)
            show();
        return await working;
    }
}
