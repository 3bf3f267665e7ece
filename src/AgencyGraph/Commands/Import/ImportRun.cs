using Microsoft.Win32.SafeHandles;

namespace AgencyGraph.Commands.Import;

/// <summary>The second reading of the file: sends what the first one found, wave after wave, and notes each answer.</summary>
internal sealed class ImportRun(
    SafeFileHandle extract, ExtractKind kind, ExtractIndex index, LineParser parser, PassingRefusals sender, RejectsFile rejects, ImportTally tally)
{
    public const int ItemsInBatch = 200;
    public const int BytesInBatch = 1024 * 1024;
    private const int BatchesInFlight = 3;

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = BatchesInFlight, CancellationToken = cancellationToken };
        foreach (var wave in index.Waves)
            await Parallel.ForEachAsync(Batches(wave), limits, SendBatchAsync);
    }

    private IEnumerable<List<SentItem>> Batches(ArraySegment<int> wave)
    {
        var batch = new List<SentItem>(ItemsInBatch);
        var size = 0;
        foreach (var item in wave.Select(Prepare).OfType<SentItem>())
        {
            if (batch.Count == ItemsInBatch || (batch.Count > 0 && size + item.Json.Length > BytesInBatch))
            {
                yield return batch;
                batch = new List<SentItem>(ItemsInBatch);
                size = 0;
            }

            batch.Add(item);
            size += item.Json.Length;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>Null where the line is refused here: the same reference and revision stands already, with another body.</summary>
    private SentItem? Prepare(int place)
    {
        var (reference, item) = Load(place);
        if (index.FindStanding(place) is not { } standing || Load(standing).Item.Span.SequenceEqual(item.Span))
            return new SentItem(place, reference, item);

        var line = index[standing].Line;
        var reason = $"ref: the same reference and revision are in line {line} with another body; that one stands";
        Refuse(place, reference, new Fault(Fault.AlreadyExists, reason));
        return null;
    }

    private (string Reference, ReadOnlyMemory<byte> Item) Load(int place)
    {
        var line = index[place];
        var text = new byte[line.Length];
        var read = RandomAccess.Read(extract, text, line.Offset);
        var parsed = parser.Parse(text.AsMemory(0, read));
        return parsed is { Fault: null, Reference: { } reference } && IndexedLine.DigestOf(reference) == line.Reference
            ? (reference, parsed.Item)
            : throw new ImportStoppedException(ImportExit.Usage, $"The file was changed while it was read (line {line.Line}).");
    }

    private async ValueTask SendBatchAsync(List<SentItem> batch, CancellationToken cancellationToken)
    {
        var answers = await sender.SendAsync(batch, cancellationToken);
        for (var i = 0; i < batch.Count; i++)
        {
            if (answers[i].Outcome == ItemOutcome.Refused)
            {
                Refuse(batch[i].Place, batch[i].Reference, FaultOf(batch[i].Place, answers[i].Errors));
                continue;
            }

            index[batch[i].Place].State = LineState.In;
            tally.Answer(answers[i].Outcome);
        }
    }

    private void Refuse(int place, string reference, Fault fault)
    {
        index[place].State = LineState.Refused;
        rejects.Add(new Refusal(index[place].Line, fault, reference));
        tally.Refuse();
        tally.Answer(ItemOutcome.Refused);
    }

    private Fault FaultOf(int place, IReadOnlyList<ItemError> errors)
    {
        if (errors.Count == 0)
            return new Fault(Fault.Refused, "the exchange gave no reason");

        var reasons = errors.Select(error => (error.Code, Path: FieldPath.ToExtract(error.Path, kind.Shape), Message: FieldPath.InWordsOfExtract(error.Message, kind.Shape))).ToList();
        var lacksOriginal = reasons.Exists(reason => reason.Code == Fault.NotFound && (reason.Path is "" or "ref" or "revision"));
        if (lacksOriginal && index[place].Revision > 1)
            return new Fault(Fault.NotFound, WithoutOriginal(place));

        var texts = reasons.Select(reason => reason.Path.Length == 0 ? reason.Message : $"{reason.Path}: {reason.Message}");
        return new Fault(reasons[0].Code, string.Join("; ", texts));
    }

    private string WithoutOriginal(int place) => index.FindRefusedOriginal(place) is { } original
        ? $"ref: a correction whose original, line {index[original].Line}, was refused"
        : "ref: a correction whose original is neither in the graph nor in the file";
}
