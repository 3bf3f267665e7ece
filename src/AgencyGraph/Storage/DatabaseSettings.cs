using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>Asks a database how it is set.</summary>
internal static class DatabaseSettings
{
    public static async Task<string> ReadSettingAsync(this AgencyDb db, string statement, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statements are the engines' own constants.
        command.CommandText = statement;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) ?? "";
    }
}
