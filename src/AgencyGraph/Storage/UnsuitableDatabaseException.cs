namespace AgencyGraph.Storage;

/// <summary>The database cannot be trusted with the records; the exchange does not start on it.</summary>
public sealed class UnsuitableDatabaseException(string message) : Exception(message)
{
    public static void ThrowIfOlder(string product, Version actual, Version oldest)
    {
        if (actual < oldest)
            throw new UnsuitableDatabaseException($"{product} {actual} is too old: {oldest} is the oldest that is safe.");
    }

    public static void ThrowIfNot(string product, string setting, string expected, string? actual)
    {
        if (!string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase))
            throw new UnsuitableDatabaseException($"{product}: {setting} is {actual ?? "not set"}; it must be {expected}.");
    }
}
