using System.CommandLine;
using System.Text;
using System.Text.Json;
using AgencyGraph.Commands;
using AgencyGraph.Commands.Import;

namespace AgencyGraph.Tests.Commands.Import;

/// <summary>Runs the command as the shell does, on a file of its own.</summary>
internal sealed class AnImport : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-import");

    public string File => Path.Combine(folder.FullName, "extract.ndjson");

    public string RejectsFile => Path.Combine(folder.FullName, "extract.rejects.ndjson");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public List<(int Line, string Code, string Reason, string? Reference)> Rejects => [.. System.IO.File.ReadLines(RejectsFile)
        .Select(Read)];

    public IEnumerable<int> RejectedLines => Rejects.Select(reject => reject.Line);

    public AnImport Of(params string[] lines) => Of(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public AnImport Of(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        return this;
    }

    public async Task<ImportExit> RunAsync(
        StandInExchange exchange, string[]? more = null, Func<string, string>? developmentToken = null,
        CancellationToken cancellationToken = default)
        => await RunAsync(["--force", "greater-manchester", File, "--url", exchange.Url, .. more ?? []],
            developmentToken, cancellationToken);

    public async Task<ImportExit> RunAsync(
        string[] arguments, Func<string, string>? developmentToken = null, CancellationToken cancellationToken = default)
    {
        var patience = new Patience(4, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(40));
        var command = ImportCommand.Create(developmentToken ?? (force => $"development-{force}"), TimeProvider.System, patience);
        var invocation = new InvocationConfiguration
        {
            Output = new StringWriter(),
            Error = new StringWriter(),
            EnableDefaultExceptionHandler = false,
        };
        var exit = (ImportExit)await command.Parse(arguments).InvokeAsync(invocation, cancellationToken);
        (Output, Error) = (invocation.Output.ToString()!, invocation.Error.ToString()!);
        return exit;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static (int, string, string, string?) Read(string line)
    {
        using var reject = JsonDocument.Parse(line);
        var root = reject.RootElement;
        return (root.GetProperty("line").GetInt32(), root.GetProperty("code").GetString()!, root.GetProperty("reason").GetString()!,
            root.TryGetProperty("ref", out var reference) ? reference.GetString() : null);
    }
}
