using System.Buffers.Text;

namespace AgencyGraph.Commands.Import;

/// <summary>JSON's <c>\uXXXX</c> can spell one half of a surrogate pair, which is no character and which no UTF-8 can carry on.</summary>
internal static class Surrogates
{
    private const int EscapeLength = 6;

    /// <summary>Whether a JSON string, as it stands in the file, holds half a pair.</summary>
    public static bool HasHalf(ReadOnlySpan<byte> json)
    {
        for (var i = json.IndexOf((byte)'\\'); i >= 0 && i < json.Length; i++)
        {
            if (json[i] != '\\')
                continue;

            var unit = UnitAt(json[i..]);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json[Math.Min(i + EscapeLength, json.Length)..])))
                i += (2 * EscapeLength) - 1;
            else if (char.IsSurrogate(unit))
                return true;
            else
                i++;
        }

        return false;
    }

    private static char UnitAt(ReadOnlySpan<byte> json)
        => json.Length >= EscapeLength && json.StartsWith(@"\u"u8)
            && Utf8Parser.TryParse(json[2..EscapeLength], out ushort unit, out _, 'X')
            ? (char)unit
            : default;
}
