using System.Globalization;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>clocks.md</c>: how long what may take, each figure with its document, and how days are counted.</summary>
internal static class ClocksPage
{
    public static string Print(ClockCatalogue catalogue, BankHolidays holidays) => new Page()
        .Heading(1, "Clocks")
        .Paragraph("Printed by `export-schema` from the figures that are built in; a test compares it. A figure that changes gets a new edition, and a deadline stays with "
            + "the edition that held when it was started. A partnership's own figure, by its council's code, comes before everybody's. **Local figures are a beginning: before it relies on "
            + "one, each partnership sets its own.**")
        .Table(
            ["Clock", "Council", "What", "From", "Until", "Limit", "Convention", "Amber", "Pauses", "Status", "Document", "Checked", "Holds", "Note"],
            catalogue.All.Select(Row))
        .Heading(2, "Escalation")
        .Paragraph("To whom a clock that is not stopped is escalated, counted from its start. The first of these comes with the update that it is missed, each other one with one of its own.")
        .Table(["Clock", "After", "To", "Status", "Document", "Note"], catalogue.Steps.Select(step => new[]
        {
            step.Clock, step.After.ToString(CultureInfo.InvariantCulture), EnumNames.NameOf(step.Level), EnumNames.NameOf(step.Status), step.Source, step.Note,
        }))
        .Heading(2, "Days")
        .Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"The bank holidays of England and Wales are known from {holidays.KnownFrom:yyyy-MM-dd} to {holidays.KnownUntil:yyyy-MM-dd} ({holidays.Source}; put in on {holidays.CheckedOn:yyyy-MM-dd}). A deadline that needs a day outside these has no due date, and says `BANK_HOLIDAYS_UNKNOWN`: what starts it is recorded all the same. It is worked out by the first server that starts with a longer list."))
        .Paragraph("Days and months end with the end of their last day in England, whatever summer time does to its length: 23:59:59.999. Hours are counted as they pass. Of a clock that counts days, "
            + "whole days are amber, at least the last one; of one that counts hours, the part of the limit that the table says.")
        .Heading(2, "Unit")
        .Table(["", "Means"], Meanings<ClockUnit>())
        .Heading(2, "Convention")
        .Table(["", "Means"], Meanings<DayConvention>())
        .Heading(2, "Pauses")
        .Table(["", "Means"], Meanings<PauseReason>())
        .Heading(2, "No due date")
        .Table(["", "Means"], Meanings<DueUnknown>())
        .Heading(2, "Status")
        .Table(["", "Means"], Meanings<ClockStatus>())
        .ToString();

    private static string[] Row(Clock clock) =>
    [
        clock.Edition == 1 ? clock.Code : $"{clock.Code} ({clock.Edition})", clock.CouncilCode?.Value ?? "", clock.What, clock.Starts, clock.Stops, LimitOf(clock),
        clock.Convention is { } convention ? EnumNames.NameOf(convention) : "", $"{clock.AmberPercent} %", clock.Pauses, EnumNames.NameOf(clock.Status), clock.Source,
        Text(clock.CheckedOn) ?? "not yet: general knowledge", HeldOf(clock), clock.Note,
    ];

    private static string LimitOf(Clock clock)
        => clock.Limit is not { } limit ? "none"
            : $"{limit} {EnumNames.NameOf(clock.Unit)}{(clock.Direction == ClockDirection.BeforeEvent ? " before" : "")}{(clock.Hours is { } hours ? $" ({hours})" : "")}";

    private static string HeldOf(Clock clock) => (Text(clock.ValidFrom), Text(clock.ValidTo)) switch
    {
        (null, null) => "",
        (var from, null) => $"from {from}",
        (null, var to) => $"to {to}",
        (var from, var to) => $"{from} to {to}",
    };

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Meanings<TEnum>() where TEnum : struct, Enum
        => Enum.GetValues<TEnum>().Select(value => new[]
        {
            EnumNames.NameOf(value),
            string.Join(' ', (Descriptions.Of(typeof(TEnum).GetField(value.ToString())!) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        });
}
