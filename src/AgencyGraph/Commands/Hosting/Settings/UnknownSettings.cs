using AgencyGraph.Access;

namespace AgencyGraph.Commands.Hosting.Settings;

/// <summary>A key that nothing reads is most often a misspelt one, and a misspelt rule would silently not hold.</summary>
internal static class UnknownSettings
{
    /// <exception cref="AccessSettingsException">A section of ours has a key that is not known; the message names the nearest that is.</exception>
    public static void Refuse(IConfiguration configuration)
    {
        var sections = SettingsCatalogue.Sections();
        var known = sections.SelectMany(section => section.Settings).Select(setting => setting.Key).ToArray();
        var reasons = sections
            .SelectMany(section => Written(configuration.GetSection(section.Name)))
            .Where(key => !known.Any(each => Same(each, Numbered(key))))
            .Select(key => $"{key} is no setting. The nearest is {known.MinBy(each => Distance(each, Numbered(key)))}.")
            .ToArray();
        if (reasons.Length > 0)
            throw new AccessSettingsException($"The server does not start: {string.Join(' ', reasons)}");
    }

    /// <summary>Every key that has a value. An empty list is one without.</summary>
    private static IEnumerable<string> Written(IConfigurationSection section) => section.GetChildren()
        .SelectMany(child => child.GetChildren().Any() ? Written(child) : string.IsNullOrEmpty(child.Value) ? [] : [child.Path]);

    private static string Numbered(string key)
        => string.Join(':', key.Split(':').Select(part => part.All(char.IsAsciiDigit) ? "0" : part));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters must be put in, taken out or changed (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var change = char.ToUpperInvariant(one[i]) == char.ToUpperInvariant(other[j]) ? 0 : 1;
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + change));
            }
        }

        return row[^1];
    }
}
