using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// The refused lines, for the force to put right: NDJSON in the order of the extract. They gather in a file of their own, which replaces
/// the one of an earlier import when it is whole; an empty file says that nothing was refused.
/// </summary>
internal sealed class RejectsFile : IDisposable
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly string path;
    private readonly FileStream gathered;
    private readonly List<(int Line, int Length, long Offset)> index = [];

    public RejectsFile(string path)
    {
        this.path = path;
        gathered = new FileStream($"{path}.part", new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        File.Delete(path);
    }

    /// <summary><c>FILE.rejects.ndjson</c> beside <c>FILE.ndjson</c>.</summary>
    public static string Beside(string extract) => Path.ChangeExtension(
        extract.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) ? extract : $"{extract}.ndjson", ".rejects.ndjson");

    public void Add(Refusal refusal)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", refusal.Line);
            writer.WriteString("code", refusal.Fault.Code);
            writer.WriteString("reason", refusal.Fault.Reason);
            if (refusal.Reference is not null)
                writer.WriteString("ref", refusal.Reference);
            writer.WriteEndObject();
        }

        json.WriteByte((byte)'\n');
        lock (gate)
        {
            index.Add((refusal.Line, (int)json.Length, gathered.Position));
            json.WriteTo(gathered);
        }
    }

    public void Complete()
    {
        var whole = $"{path}.tmp";
        using (var sorted = new FileStream(whole, FileMode.Create))
        {
            var buffer = Array.Empty<byte>();
            foreach (var (_, length, offset) in index.OrderBy(entry => entry.Line))
            {
                buffer = buffer.Length < length ? new byte[length] : buffer;
                gathered.Position = offset;
                gathered.ReadExactly(buffer, 0, length);
                sorted.Write(buffer, 0, length);
            }

            sorted.Flush(flushToDisk: true);
        }

        File.Move(whole, path, overwrite: true);
    }

    public void Dispose() => gathered.Dispose();
}
