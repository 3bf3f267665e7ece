using System.Globalization;
using System.Reflection;
using AgencyGraph.Commands.Import;
using AgencyGraph.Commands.Watch;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;
using AgencyGraph.Transport.Sockets;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>errors.md</c>: every code that a client can meet, what it means, and what to do about it.</summary>
internal static class ErrorsPage
{
    private static readonly string[] YesOrNo = ["no", "yes"];

    public static string Print()
    {
        var page = new Page()
            .Heading(1, "Errors")
            .Paragraph("Printed from the program by `export-schema`; a test compares it. Codes are stable: "
                + "act on the code, show the message to a person. "
                + "What does not exist and what you may not see are one answer: null, or `NOT_FOUND`.");
        Requests(page);
        Refusals(page);
        Sockets(page);
        Import(page);
        return page.ToString();
    }

    private static void Requests(Page page) => page
        .Heading(2, "A request that was not carried out")
        .Paragraph("Top-level `errors`, the code in `extensions.code`. HTTP statuses are those under `application/graphql-response+json`; "
            + "under `application/json` what the graph itself refuses with 400 answers 200. "
            + "On a socket the same errors come in an `error` message, and a "
            + "refused sign-in closes the socket with 4403 and the code as the reason. "
            + "In a stream of events they come in a `next`; what is no GraphQL request at all, or not signed in, opens no stream and has the status.")
        .Table(["Code", "HTTP", "Meaning", "What to do", "Send again as it is?"], ErrorAdvice.All.Values.OrderBy(advice => advice.Code)
            .Select(advice => new[]
        {
            Code(EnumNames.NameOf(advice.Code)), Number(advice.HttpStatus), advice.Meaning, advice.ClientAction, Yes(advice.CanResend),
        }));

    private static void Refusals(Page page) => page
        .Heading(2, "A write that was refused")
        .Paragraph("Data, not errors: HTTP 200, and in the payload "
            + "`outcome: REFUSED` and `errors { code message path }`. Nothing was written.")
        .Table(["Code", "Type", "Meaning", "What to do", "Send again as it is?"], RefusalAdvice.All.Values.OrderBy(advice => advice.Code)
            .Select(advice => new[]
        {
            Code(EnumNames.NameOf(advice.Code)), Code(advice.Code.ToString()), advice.Meaning, advice.ClientAction, Yes(advice.CanResend),
        }));

    private static void Sockets(Page page) => page
        .Heading(2, "A socket that the server closed")
        .Paragraph("WebSocket close codes, with a short reason for the client's log. "
            + "A stream of events that breaks off says code and reason in a comment, its last line; those that speak of messages are of sockets alone.")
        .Table(["Code", "Meaning", "What to do"],
            CloseAdvice.All.Select(advice => new[] { Number(advice.Code), advice.Meaning, advice.ClientAction }));

    private static void Import(Page page) => page
        .Heading(2, "The command line")
        .Paragraph("Exit codes of `import`:")
        .Table(["Exit code", "Meaning"], Enum.GetValues<ImportExit>()
            .Select(exit => new[] { Number((int)exit), Summary(typeof(ImportExit).GetField(exit.ToString())!) }))
        .Paragraph("Exit codes of `watch`:")
        .Table(["Exit code", "Meaning"], Enum.GetValues<WatchExit>()
            .Select(exit => new[] { Number((int)exit), Summary(typeof(WatchExit).GetField(exit.ToString())!) }))
        .Paragraph("Exit codes of the other commands:")
        .Table(["Exit code", "Meaning"], Constants(typeof(ExitCodes))
            .Select(code => new[] { Number((int)code.GetRawConstantValue()!), Summary(code) }))
        .Paragraph("In the rejects file of `import` a line has the exchange's code, or one of its own:")
        .Table(["Code", "Meaning"], Constants(typeof(Fault))
            .Select(code => new[] { Code((string)code.GetRawConstantValue()!), Summary(code) }));

    private static FieldInfo[] Constants(Type type)
        => [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)];

    private static string Summary(MemberInfo member)
        => Descriptions.Of(member) ?? throw new InvalidOperationException($"{member.Name} has no summary.");

    private static string Code(string name) => $"`{name}`";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Yes(bool isSo) => YesOrNo[isSo ? 1 : 0];
}
