namespace AgencyGraph.Contract.Engine;

/// <summary>
/// Text by which a caller looks for something. What no record can hold finds nothing, and never reaches the database as it came:
/// PostgreSQL fails on a NUL and on half a surrogate pair.
/// </summary>
internal static class SoughtText
{
    private const int MaxLength = 200;

    // Every rule for text that is stored refuses control characters.
    private const string Nowhere = "\u001F";

    public static string Of(string text) => IsPossible(text) ? text : Nowhere;

    private static bool IsPossible(string text)
    {
        if (text.Length > MaxLength || text.Any(char.IsControl))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
