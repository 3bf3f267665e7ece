using System.Globalization;
using System.Text;

namespace AgencyGraph.Commands.Import;

/// <summary>The import's last words.</summary>
internal static class ImportSummary
{
    public static string Of(ImportTally tally, ImportExit exit, TimeSpan elapsed, string rejects)
    {
        var text = new StringBuilder();
        Row(text, "lines", tally.Lines, tally.Blank > 0 ? $"and {tally.Blank} blank" : "");
        Row(text, "recorded", tally.Recorded);
        Row(text, "corrected", tally.Corrected);
        Row(text, "already there", tally.AlreadyThere);
        Row(text, "repeated lines", tally.Repeated);
        Row(text, "refused", tally.Refused, tally.Refused > 0 ? $"see {rejects}" : "");
        if (tally.ToSend > tally.Answered)
            Row(text, "not yet sent", tally.ToSend - tally.Answered);
        var seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        Row(text, "lines a second", (int)(tally.Answered / seconds), string.Create(CultureInfo.InvariantCulture, $"in {seconds:N1} s"));
        if (exit is ImportExit.Stopped or ImportExit.Interrupted or ImportExit.NotPermitted)
            _ = text.AppendLine("The import is not complete. Run the same command again to go on: what is in already is not doubled.");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, int count, string remark = "")
        => text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{name,-15}{count,11:N0}  {remark}").TrimEnd());
}
