using System.Text;

namespace AgencyGraph.Visibility;

/// <summary>An unexpected exception as the log may hold it: types and places. Messages are left out, because they may quote what is known of a child.</summary>
public static class Fault
{
    public static string Describe(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var text = new StringBuilder();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            _ = text.Append(cause.GetType().FullName).Append('\n').Append(cause.StackTrace).Append('\n');
        return text.ToString();
    }
}
