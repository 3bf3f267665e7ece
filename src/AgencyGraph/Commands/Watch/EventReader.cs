using System.Runtime.CompilerServices;
using System.Text;

namespace AgencyGraph.Commands.Watch;

/// <summary>Reads server-sent events as the exchange writes them. https://html.spec.whatwg.org/multipage/server-sent-events.html</summary>
internal sealed class EventReader(StreamReader lines, TimeProvider clock)
{
    /// <summary>The exchange says something, a comment at least, every 12 seconds where its operator has not made it more.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    /// <summary>Why the exchange broke off, code and reason, where it said so in its last comment.</summary>
    public string? Farewell { get; private set; }

    /// <exception cref="ConnectionLostException">Nothing came for too long.</exception>
    public async IAsyncEnumerable<StreamEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (name, data) = ("", new StringBuilder());
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                if (name.Length > 0)
                    yield return new StreamEvent(name, data.ToString());
                name = "";
                _ = data.Clear();
            }
            else if (line[0] == ':')
                Farewell = line.Length > 2 ? line[2..] : null;
            else if (ValueOf(line, "event") is { } called)
                name = called;
            else if (ValueOf(line, "data") is { } text)
                _ = data.Append(text);
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadLineAsync(cancellationToken).AsTask().WaitAsync(LongestSilence, clock, cancellationToken);
        }
        catch (TimeoutException silence)
        {
            throw new ConnectionLostException("The exchange has fallen silent", inner: silence);
        }
    }

    private static string? ValueOf(string line, string field)
        => !line.StartsWith(field, StringComparison.Ordinal) || line.Length == field.Length || line[field.Length] != ':' ? null
            : line.Length > field.Length + 1 && line[field.Length + 1] == ' ' ? line[(field.Length + 2)..]
            : line[(field.Length + 1)..];
}
