using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AgencyGraph.Storage.Postgres;

/// <summary>For <c>dotnet ef migrations</c>, which opens no database.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresAgencyDb>
{
    public PostgresAgencyDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresAgencyDb>();
        PostgresAgencyDb.Configure(builder, PostgresAgencyDb.Connect("Host=design"));
        return new PostgresAgencyDb(builder.Options);
    }
}
