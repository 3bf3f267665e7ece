using System.Globalization;
using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Access;

/// <summary>Whom a developer may try to be, where the development issuer is believed: every role, at a few agencies that suit it.</summary>
public static class SampleCallers
{
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(8);

    private const int MostRegistered = 10;

    private static readonly AgencyCode[] Agencies =
        [new("greater-manchester"), new("merseyside"), new("BUR"), new("MAN"), new("SLF"), new("LIV")];

    public static IReadOnlyList<Agency> AgenciesOf(Role role, AgencyDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var registered = directory.All.Where(agency => agency.RegisteredAt is not null)
            .OrderBy(agency => agency.Code.Value, StringComparer.Ordinal).Take(MostRegistered);
        return [.. Agencies.Select(directory.Find).OfType<Agency>().Concat(registered).Where(agency => AgencyRoles.Suits(role, agency.Kind))];
    }

    /// <summary>The person; null for one named after the role.</summary>
    public static string? SubjectOf(Role role, AgencyCode agency)
        // One to whom the demonstration allocates children: any other social worker sees none.
        => role == Role.SocialWorker ? SocialWorkerOf(agency.Value, 1) : null;

    public static string SocialWorkerOf(string council, int number)
        => string.Create(CultureInfo.InvariantCulture, $"sample-worker-{council.ToLowerInvariant()}-{number}");
}
