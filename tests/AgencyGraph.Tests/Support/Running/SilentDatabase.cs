using System.Data.Common;
using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>Makes a server's database give no answer, neither a good nor a bad one, for as long as it is to.</summary>
internal sealed class SilentDatabase : DbCommandInterceptor
{
    private volatile TaskCompletionSource? silence;

    public void FallSilent() => silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Speak() => Interlocked.Exchange(ref silence, null)?.SetResult();

    public void Stand(WebApplicationBuilder before) => before.Services
        .ConfigureDbContext<SqliteAgencyDb>(options => options.AddInterceptors(this))
        .ConfigureDbContext<PostgresAgencyDb>(options => options.AddInterceptors(this));

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (silence is { } waiting)
            await waiting.Task.WaitAsync(cancellationToken);
        return result;
    }
}
