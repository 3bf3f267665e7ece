using System.CommandLine;

namespace AgencyGraph.Commands;

/// <summary><c>serve</c>: runs the server; what it does not know itself (<c>--urls …</c>) it hands to ASP.NET Core.</summary>
internal static class ServeCommand
{
    public const string Verb = "serve";

    public static Command Create()
    {
        var command = new Command(Verb, "Runs the server (also without a verb). Further options are settings: --urls http://127.0.0.1:5000")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(async (asked, cancellationToken) =>
        {
            await using var server = ServerHost.Build([.. asked.UnmatchedTokens]);
            await server.StartAsync(cancellationToken);
            await server.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }
}
