using System.CommandLine;
using System.CommandLine.Parsing;
using AgencyGraph.Access;
using AgencyGraph.Agencies;

namespace AgencyGraph.Commands;

/// <summary><c>token</c>: prints a development token, and nothing else. Whatever the environment, only a server in Development believes it.</summary>
internal static class TokenCommand
{
    private const string Durations = "90s, 30m, 8h, 7d and the like, at most 30d";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static string AllRoles => string.Join(", ", RoleNames.All);

    public static Command Create()
    {
        var roles = new Option<string[]>("--role") { Description = $"May be repeated. One of: {AllRoles}.", Required = true };
        var agency = new Option<string>("--agency") { Description = "BUR for a council, greater-manchester for a force.", Required = true };
        var subject = new Option<string?>("--subject") { Description = "The person or client; by default one named after the role." };
        var expires = new Option<string?>("--expires") { Description = $"How long it is good for, {Durations}. 8h by default." };
        var command = new Command("token", "Prints a development token for a server in Development on this machine.") { roles, agency, subject, expires };
        command.Validators.Add(asked =>
        {
            CheckRoles(asked, asked.GetValue(roles) ?? [], asked.GetValue(agency));
            CheckRest(asked, asked.GetValue(subject), asked.GetValue(expires));
        });
        command.SetAction(asked =>
        {
            var tokens = DevelopmentSigning.Open();
            var lifetime = TryReadLifetime(asked.GetValue(expires), out var read) ? read : throw new InvalidOperationException("Checked before.");
            var chosen = asked.GetRequiredValue(roles).Distinct().Select(RoleNames.Parse).ToArray();
            asked.InvocationConfiguration.Output.WriteLine(
                tokens.Issue(chosen, new AgencyCode(asked.GetRequiredValue(agency)), asked.GetValue(subject), lifetime));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void CheckRoles(CommandResult asked, string[] roles, string? agency)
    {
        foreach (var unknown in roles.Where(name => !RoleNames.TryParse(name, out _)))
            asked.AddError($"There is no role '{unknown}'. Allowed: {AllRoles}.");
        if (agency is null)
            return;
        if (new AgencyDirectory().Find(new AgencyCode(agency))?.Kind is not { } kind)
        {
            // Schools and health bodies are registered at the server, which knows whether there is one of this code.
            if (roles.Length > 0 && roles.All(name => RoleNames.TryParse(name, out var role)
                && (AgencyRoles.Suits(role, AgencyKind.School) || AgencyRoles.Suits(role, AgencyKind.HealthBody))
                && !AgencyRoles.Suits(role, AgencyKind.Council)))
                return;
            asked.AddError($"There is no agency '{agency}'. A council has its three letters (BUR), a force its name (greater-manchester), to the letter.");
            return;
        }

        foreach (var name in roles.Where(name => RoleNames.TryParse(name, out var role) && !AgencyRoles.Suits(role, kind)))
        {
            var allowed = string.Join(", ", AgencyRoles.Of(kind).Select(RoleNames.NameOf));
            asked.AddError($"The role {name} does not suit the agency {agency}. Allowed: {allowed}.");
        }
    }

    private static void CheckRest(CommandResult asked, string? subject, string? expires)
    {
        if (subject is not null && !TokenClaims.IsName(subject))
            asked.AddError($"--subject may not be empty, hold control characters or be longer than {TokenClaims.SubjectMaxLength} characters.");
        if (!TryReadLifetime(expires, out _))
            asked.AddError($"'{expires}' will not do for --expires. Allowed: {Durations}.");
    }

    private static bool TryReadLifetime(string? expires, out TimeSpan lifetime)
        => Duration.TryParse(expires ?? "8h", out lifetime) && lifetime <= Longest;
}
