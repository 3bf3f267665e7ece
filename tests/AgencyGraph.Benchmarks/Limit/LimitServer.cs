using System.Collections.Concurrent;
using System.Globalization;
using AgencyGraph.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>As fast as these answers can be had from this database over HTTP here: no GraphQL, no sign-in. A process of its own.</summary>
internal static class LimitServer
{
    public const string Verb = "limit-server";

    private static readonly byte[] TypeName = """{"data":{"__typename":"Query"}}"""u8.ToArray();

    /// <param name="postgres">Where the reads go instead; null for the file.</param>
    public static async Task<int> RunAsync(string file, string? postgres)
    {
        SQLitePCL.Batteries_V2.Init();
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        _ = builder.Logging.SetMinimumLevel(LogLevel.Warning);
        _ = builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var server = builder.Build();
        var (idle, fan) = (new ConcurrentBag<ILimitReads>(), new LimitFan());
        using var writes = new LimitWrites(file);
        _ = server.UseWebSockets();
        server.Run(context => context.Request.Path.Value switch
        {
            "/ws" => fan.HoldAsync(context),
            "/fan" => FanAsync(context, fan),
            "/m1" => RecordAsync(context, writes),
            _ => AnswerAsync(context, Open, idle),
        });
        await server.StartAsync();
        Console.WriteLine($"Now listening on: {server.Urls.First()}");
        await server.WaitForShutdownAsync();
        return 0;

        ILimitReads Open() => postgres is null ? new SqliteReads(file) : new PostgresReads(postgres);
    }

    private static async Task RecordAsync(HttpContext context, LimitWrites writes)
    {
        await writes.RecordAsync();
        await WriteAsync(context, TypeName);
    }

    private static async Task FanAsync(HttpContext context, LimitFan fan)
    {
        await fan.SendAsync(int.Parse(context.Request.QueryString.Value.AsSpan(1), CultureInfo.InvariantCulture));
        await WriteAsync(context, TypeName);
    }

    /// <summary>The path: <c>/q1/COUNCIL/ID</c>, <c>/q2/COUNCIL</c>, <c>/q3</c>.</summary>
    private static async Task AnswerAsync(HttpContext context, Func<ILimitReads> open, ConcurrentBag<ILimitReads> idle)
    {
        var path = context.Request.Path.Value!;
        if (path == "/q3")
        {
            await WriteAsync(context, TypeName);
            return;
        }

        var reads = idle.TryTake(out var rested) ? rested : open();
        await WriteAsync(context, await ReadAsync(reads, path));
        idle.Add(reads);
    }

    private static ValueTask<ReadOnlyMemory<byte>> ReadAsync(ILimitReads reads, string path)
    {
        const int CouncilAt = 4;
        const int CouncilLength = 3;
        var council = path.Substring(CouncilAt, CouncilLength);
        if (path[2] == '2')
            return reads.ChildrenAsync(council);
        _ = NodeId.TryDecode(path[(CouncilAt + CouncilLength + 1)..], out _, out var id);
        return reads.ChildAsync(id, council);
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        _ = await context.Response.BodyWriter.WriteAsync(answer);
    }
}
