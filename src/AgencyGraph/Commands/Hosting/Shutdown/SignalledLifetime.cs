using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Commands.Hosting.Shutdown;

/// <summary>Stops the server when the process is signalled: at SIGTERM with notice, so that traffic can go elsewhere before the doors close.</summary>
internal sealed partial class SignalledLifetime(
    IHostApplicationLifetime application, Departure departure, IOptions<ShutdownOptions> options, TimeProvider clock, ILogger<SignalledLifetime> log)
    : IHostLifetime, IDisposable
{
    private readonly List<IDisposable> held = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        held.Add(On(PosixSignal.SIGTERM, options.Value.Notice));
        held.Add(On(PosixSignal.SIGINT, TimeSpan.Zero));
        held.Add(On(PosixSignal.SIGQUIT, TimeSpan.Zero));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var each in held)
            each.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, TimeSpan notice) => PosixSignalRegistration.Create(signal, told =>
    {
        // The process must not end before the server has.
        told.Cancel = true;
        Leave(notice);
    });

    private void Leave(TimeSpan notice)
    {
        var isFirst = departure.Begin();
        if (!isFirst || notice == TimeSpan.Zero)
        {
            LogStopping();
            application.StopApplication();
            return;
        }

        LogNotice(notice);
        held.Add(clock.CreateTimer(_ => Leave(TimeSpan.Zero), null, notice, Timeout.InfiniteTimeSpan));
    }

    [LoggerMessage(1301, LogLevel.Information, "Told to stop: not ready any more, and requests are taken for another {Notice}.")]
    private partial void LogNotice(TimeSpan notice);

    [LoggerMessage(1302, LogLevel.Information, "Stopping: no more requests are taken, streams are closed, and what is in hand is finished.")]
    private partial void LogStopping();
}
