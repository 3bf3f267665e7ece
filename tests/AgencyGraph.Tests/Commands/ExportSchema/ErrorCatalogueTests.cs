using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support;
using AgencyGraph.Transport.Sockets;
using AgencyGraph.Transport.Streams;
using SignInRefusal = AgencyGraph.Access.Refusal;
using TransportRefusal = AgencyGraph.Transport.Refusal;

namespace AgencyGraph.Tests.Commands.ExportSchema;

public sealed partial class ErrorCatalogueTests
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string Page = ContractFiles.Print()[ContractFiles.Errors];

    [Fact]
    public void Every_code_has_its_advice()
    {
        Assert.Equal(Enum.GetValues<ErrorCode>(), ErrorAdvice.All.Keys.Order());
        Assert.Equal(Enum.GetValues<RefusalCode>(), RefusalAdvice.All.Keys.Order());
    }

    [Fact]
    public void What_sign_in_refuses_with_is_in_the_catalogue()
    {
        var codes = typeof(SignInRefusal).GetFields(Statics).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).ToArray();
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.True(EnumNames.TryParse<ErrorCode>(code, out _), $"{code} is no ErrorCode."));
    }

    [Fact]
    public void What_the_feed_refuses_a_stream_with_is_in_the_catalogue()
        => Assert.All(EnumNames.All<StreamRefusal>(),
            code => Assert.True(EnumNames.TryParse<ErrorCode>(code, out _), $"{code} is no ErrorCode."));

    [Fact]
    public void What_the_transports_refuse_with_has_the_status_that_the_catalogue_says()
    {
        var refusals = typeof(TransportRefusal).GetFields(Statics).Select(field => field.GetValue(null)).OfType<TransportRefusal>()
            .Append(TransportRefusal.BodyTooLarge(1)).Append(TransportRefusal.TooManyOperations(1));
        Assert.All(refusals, refusal => Assert.Equal(refusal.StatusCode, ErrorAdvice.All[refusal.Code].HttpStatus));
    }

    [Fact]
    public void Every_code_with_which_a_socket_is_closed_has_its_advice()
    {
        var spelled = Repository.Sources
            .Where(source => source.Path.StartsWith("Transport/", StringComparison.Ordinal)
                || source.Text.Contains("StreamEndedException(", StringComparison.Ordinal))
            .SelectMany(source => CloseCode().Matches(source.Text))
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        var closes = typeof(ConnectionClose).GetFields(Statics).Select(field => field.GetValue(null)).OfType<ConnectionClose>()
            .Select(close => close.Code);
        Assert.Equal(spelled.Concat(closes).Distinct().Order(), CloseAdvice.All.Select(advice => advice.Code).Order());
    }

    [Fact]
    public void The_program_sends_every_code_of_the_catalogue()
    {
        var sent = Repository.Sources.Where(source => source.Path is not ("Contract/ErrorAdvice.cs" or "Contract/ErrorCode.cs"))
            .SelectMany(source => Code().Matches(source.Text)).Select(match => match.Groups[1].Value)
            .Concat(typeof(SignInRefusal).GetFields(Statics).Where(field => field.IsLiteral)
                .Select(field => EnumNames.Parse<ErrorCode>((string)field.GetRawConstantValue()!).ToString()))
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(Enum.GetNames<ErrorCode>(), code => Assert.Contains(code, sent));
    }

    [Fact]
    public void The_page_names_every_code_that_the_source_spells()
    {
        // What the explorer's page tells its own script is no part of the contract.
        var spelled = Repository.Sources
            .Where(source => !source.Path.EndsWith("Graph.cs", StringComparison.Ordinal) && !source.Path.StartsWith("Pages/", StringComparison.Ordinal))
            .SelectMany(source => SpelledCode().Matches(source.Text)).Select(match => match.Groups[1].Value)
            .Where(code => !code.StartsWith("AGENCYGRAPH_", StringComparison.Ordinal))
            .Distinct();
        Assert.All(spelled, code => Assert.Contains($"`{code}`", Page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\bErrorCode\.([A-Z]\w+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:extensions|code|Code)\w*\W{0,6}""([A-Z]{2,}(?:_[A-Z0-9]+)+)""")]
    private static partial Regex SpelledCode();

    [GeneratedRegex(@"(?:new|StreamEndedException|CloseCode \{ get; init; \} =)\s?\(?(4[0-9]{3}|10[0-9]{2})\b")]
    private static partial Regex CloseCode();
}
