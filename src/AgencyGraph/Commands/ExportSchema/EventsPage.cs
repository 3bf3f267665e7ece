using System.Globalization;
using System.Reflection;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>events.md</c>: every event that the exchange itself logs.</summary>
internal static class EventsPage
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static string Print() => new Page()
        .Heading(1, "Events of the log")
        .Paragraph("Printed from the program by `export-schema`; a test compares it. Numbers are stable: alert on the number. "
            + "No event holds what is known of a person, nor what a client wrote. "
            + "The category begins with `AgencyGraph.` and the room; what else is logged is the framework's.")
        .Table(["Event", "Level", "Name", "Room", "Text"], All().OrderBy(logged => logged.Event.EventId).Select(logged => new[]
        {
            logged.Event.EventId.ToString(CultureInfo.InvariantCulture), $"{logged.Event.Level}", $"`{logged.Event.EventName ?? logged.Method.Name}`",
            Room(logged.Method), logged.Event.Message,
        }))
        .ToString();

    /// <summary>Every method that logs, with its event.</summary>
    public static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Event)> All() => typeof(EventsPage).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(Any))
        .SelectMany(method => method.GetCustomAttributes<LoggerMessageAttribute>().Select(attribute => (method, attribute)));

    private static string Room(MethodInfo method) => method.DeclaringType?.Namespace?.Split('.').ElementAtOrDefault(1) ?? "Program";
}
