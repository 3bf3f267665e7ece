using System.CommandLine;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>export-schema</c>: prints the contract from the program, without a database and without settings.</summary>
internal static class ExportSchemaCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Where to write; made if it is not there.",
            DefaultValueFactory = _ => new DirectoryInfo("schema"),
        };
        var command = new Command("export-schema", "Writes the contract, with every error code, every setting and every event of the log.") { folder };
        command.SetAction(async (asked, cancellationToken) =>
        {
            foreach (var (name, text) in ContractFiles.Print())
            {
                var path = Path.Combine(asked.GetRequiredValue(folder).FullName, name);
                _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!); // A file in a folder always has one.
                await File.WriteAllTextAsync(path, text, cancellationToken);
                await asked.InvocationConfiguration.Output.WriteLineAsync(path);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
