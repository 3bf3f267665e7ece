namespace AgencyGraph.Commands.Import;

/// <summary>
/// One import from beginning to end. Nothing of its progress is stored but in the graph itself: every line has a key that is always the
/// same, so an import that was cut short is taken up again by running it again.
/// </summary>
internal sealed class ExtractImport(ImportOrder order, ImportTally tally, TimeProvider clock, Action<string> notice)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(100);

    public async Task<ImportExit> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var extract = order.Extract.OpenRead();
            using var rejects = new RejectsFile(order.Rejects);
            try
            {
                await SendAsync(extract, rejects, cancellationToken);
            }
            finally
            {
                rejects.Complete();
            }

            return tally.Refused == 0 ? ImportExit.AllIn : ImportExit.SomeRefused;
        }
        catch (ImportStoppedException fault)
        {
            notice(fault.Message);
            return fault.Exit;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ImportExit.Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            notice(fault.Message);
            return ImportExit.Usage;
        }
    }

    private async Task SendAsync(FileStream extract, RejectsFile rejects, CancellationToken cancellationToken)
    {
        var parser = new LineParser(order.Force, order.Kind);
        var index = await Task.Run(() => new ExtractScan(parser, rejects, tally).Read(extract, cancellationToken), cancellationToken);

        // A redirect would turn the POST into a GET, or carry the incidents to another host.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        using var http = new HttpClient(handler) { Timeout = AnswerWithin };
        var exchange = new ExchangeClient(http, order.Endpoint, order.Kind, order.FindToken, order.Patience, clock, notice);
        var sender = new PassingRefusals(new ItemSender(exchange), order.Patience, clock);
        var run = new ImportRun(extract.SafeFileHandle, order.Kind, index, parser, sender, rejects, tally);
        await run.SendAsync(cancellationToken);
    }
}
