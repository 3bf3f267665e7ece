using System.CommandLine;
using System.Security.Cryptography;
using AgencyGraph.Commands.Backup;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Ledger.Store;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Commands.VerifyLedger;

/// <summary><c>verify-ledger</c>: examines the ledger of disclosures from its first commit to its last, while the server runs or not.</summary>
internal static class VerifyLedgerCommand
{
    private const int MostTold = 20;

    private const string Description = """
        Examines the ledger of disclosures: the chain, every entry, every checkpoint, and what a witness remembers. It finds what was changed,
        taken out, put in, exchanged, cut off or written anew, and says where. What came after the last checkpoint is held by the chain alone.
        Further words are settings, as for serve: --Storage:SqliteFile=FILE

        Exit codes: 0 the ledger is whole; 1 it is not, or could not be read to its end; 2 it cannot be examined as asked.
        """;

    private static readonly Argument<string[]> Words = new("SETTINGS") { Arity = ArgumentArity.ZeroOrMore, Description = "Settings, as for serve." };

    private static readonly Option<string[]> Keys = new("--key")
    {
        Description = "A key, public or private, in PEM, whose signatures are good. Once for each server's; by default the one that the settings name.",
    };

    private static readonly Option<string?> Witness = new("--witness") { Description = "The file that a witness kept; by default the one that the settings name." };

    public static Command Create()
    {
        var command = new Command("verify-ledger", Description) { Words, Keys, Witness };
        command.SetAction(async (asked, cancellationToken) =>
        {
            var isWhole = false;
            var code = await BackupVoice.Run(asked, async () => isWhole = await ExamineAsync(asked, cancellationToken));
            return code == ExitCodes.Done && !isWhole ? ExitCodes.Failed : code;
        });
        return command;
    }

    private static async Task<bool> ExamineAsync(ParseResult asked, CancellationToken cancellationToken)
    {
        await using var services = LedgerServicesOf(asked.GetValue(Words) ?? []);
        var options = services.GetRequiredService<IOptions<LedgerOptions>>().Value;
        var keys = ReadKeys(asked.GetValue(Keys) is { Length: > 0 } named ? named : [options.SigningKeyFile ?? CheckpointKey.DefaultFile()]);
        var witness = asked.GetValue(Witness) ?? options.WitnessFile;
        if (witness is not null && !File.Exists(witness))
            throw new RestoreRefusedException($"There is no witness's file {witness}.");
        var witnessed = witness is null ? [] : await FileWitness.ReadAsync(witness, cancellationToken);
        var report = await new LedgerExamination(services.GetRequiredService<ILedgerStore>(), keys, witnessed).RunAsync(cancellationToken);
        Tell(report, asked.InvocationConfiguration.Output);
        return report.Findings.Count == 0;
    }

    private static ServiceProvider LedgerServicesOf(string[] settings)
    {
        var (storage, configuration) = CommandStorage.ReadAll(settings);
        var ledger = configuration["Ledger:SqliteFile"] ?? SqliteLedgerFile.Beside(storage.SqliteFile);
        if (storage.PostgresConnectionString is null && !File.Exists(ledger))
            throw new RestoreRefusedException($"There is no ledger {ledger}.");
        return CommandStorage.Services(storage).AddSingleton(configuration).AddLedger().BuildServiceProvider();
    }

    private static Dictionary<string, ECDsa> ReadKeys(IEnumerable<string> files)
    {
        var keys = new Dictionary<string, ECDsa>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            try
            {
                var key = ECDsa.Create();
                key.ImportFromPem(File.ReadAllText(file));
                keys[CheckpointKey.IdOf(key)] = key;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
            {
                throw new RestoreRefusedException($"{file} cannot be read, or holds no key: {failure.Message}");
            }
        }

        return keys;
    }

    private static void Tell(LedgerReport report, TextWriter output)
    {
        foreach (var finding in report.Findings.Take(MostTold))
            output.WriteLine(finding.Position is { } position ? $"commit {position}: {finding.Words}" : finding.Words);
        if (report.Findings.Count > MostTold)
            output.WriteLine($"... and {report.Findings.Count - MostTold} more.");
        output.WriteLine(
            $"{report.Entries:N0} disclosures in {report.Commits:N0} commits; {report.Checkpoints:N0} checkpoints, {report.Witnessed:N0} witnessed; "
                + $"vouched for up to commit {report.Covered:N0}.");
        output.WriteLine(report.Findings.Count == 0 ? "The ledger is whole." : "The ledger is NOT whole.");
    }
}
