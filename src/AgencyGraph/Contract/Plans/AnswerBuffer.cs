using System.Buffers;
using AgencyGraph.Contract.Reading;

namespace AgencyGraph.Contract.Plans;

/// <summary>An answer as it is written, within its bound: past it the writing is given up, whatever is still to come.</summary>
internal sealed class AnswerBuffer(int likelyBytes, int mostBytes) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> inner = new(likelyBytes);

    public ReadOnlyMemory<byte> Written => inner.WrittenMemory;

    public static ReadRefusedException TooLarge(int mostBytes) => new(
        ErrorCode.AnswerTooLarge,
        $"The answer would have more than {mostBytes} bytes. Ask for less: smaller pages, fewer fields. What a mutation wrote stands.");

    public void Advance(int count)
    {
        // Before it is counted: the writer that is given up flushes once more.
        if (inner.WrittenCount + count > mostBytes)
            throw TooLarge(mostBytes);
        inner.Advance(count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);
}
