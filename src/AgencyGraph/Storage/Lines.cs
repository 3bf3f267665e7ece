using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyGraph.Storage;

/// <summary>Short lists of text (address lines, codes) kept in one column, a line each; the text itself holds no line break.</summary>
internal sealed class LinesAsText() : ValueConverter<IReadOnlyList<string>, string>(
    lines => string.Join('\n', lines), text => Split(text))
{
    private static string[] Split(string text) => text.Length == 0 ? [] : text.Split('\n');
}

internal sealed class LinesComparer() : ValueComparer<IReadOnlyList<string>>(
    (left, right) => ReferenceEquals(left, right) || (left != null && right != null && left.SequenceEqual(right)),
    lines => lines.Aggregate(0, (hash, line) => HashCode.Combine(hash, line.GetHashCode(StringComparison.Ordinal))),
    lines => lines);
