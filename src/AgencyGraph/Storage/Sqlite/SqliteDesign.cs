using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>For <c>dotnet ef migrations</c>, which opens no database.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAgencyDb>
{
    public SqliteAgencyDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteAgencyDb>();
        SqliteAgencyDb.Configure(builder, "design.db");
        return new SqliteAgencyDb(builder.Options);
    }
}
