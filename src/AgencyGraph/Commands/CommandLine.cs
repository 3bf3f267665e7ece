using System.CommandLine;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Commands.Backup;
using AgencyGraph.Commands.Demo;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Commands.Import;
using AgencyGraph.Commands.VerifyLedger;
using AgencyGraph.Commands.Watch;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Commands;

/// <summary>The command line: a verb, then its options. Without a verb it serves.</summary>
public static class CommandLine
{
    private static readonly string[] AboutTheProgram = ["--help", "-h", "-?", "/?", "/h", "--version"];

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(8);

    // A new verb is one file beside this one and one line here.
    private static RootCommand Root() => new("AgencyGraph: what police forces and councils know about a child at risk, shared as it happens.")
    {
        ServeCommand.Create(),
        DemoCommand.Create(),
        TokenCommand.Create(),
        ImportCommand.Create(ForceToken, TimeProvider.System),
        WatchCommand.Create(TimeProvider.System),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        VerifyLedgerCommand.Create(),
        ExportSchemaCommand.Create(),
    };

    /// <param name="args">The program's arguments.</param>
    /// <param name="output">Where results go; null for standard output.</param>
    /// <param name="errors">Where complaints go; null for standard error.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        errors ??= Console.Error;
        // A secret never comes from a file that an argument names: @file is an argument like any other.
        var asked = Root().Parse(WithVerb(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (asked.Errors.Count > 0)
            return Complain(errors, asked.Errors.Select(error => error.Message).Append("See --help."));
        try
        {
            return await asked.InvokeAsync(new InvocationConfiguration
            {
                Output = output ?? Console.Out,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                // Ctrl-C asks an import to say how far it came, and a watch to acknowledge what it printed. A server's host listens for the
                // signals itself and takes its time to finish.
                ProcessTerminationTimeout = asked.CommandResult.Command.Name is ImportCommand.Verb or WatchCommand.Verb ? TimeToEnd : null,
            });
        }
        catch (AccessSettingsException refusal)
        {
            return Complain(errors, [refusal.Message]);
        }
        catch (OptionsValidationException refusal)
        {
            return Complain(errors, refusal.Failures.Prepend("The server does not start:"));
        }
        catch (IOException failure)
        {
            // An address in use, a full disk. Anything else is a mistake of ours and ends with its stack trace.
            errors.WriteLine(failure.Message);
            return ExitCodes.Failed;
        }
    }

    private static string ForceToken(string force)
        => DevelopmentSigning.Open().Issue([Role.PoliceSystem], new AgencyCode(force), "import", TimeSpan.FromHours(8));

    private static string[] WithVerb(string[] args)
        => args.Length == 0 || (args[0].StartsWith('-') && !AboutTheProgram.Contains(args[0])) ? [ServeCommand.Verb, .. args] : args;

    private static int Complain(TextWriter errors, IEnumerable<string> messages)
    {
        foreach (var message in messages)
            errors.WriteLine(message);
        return ExitCodes.Usage;
    }
}
