namespace AgencyGraph.Storage;

/// <summary>An exception and what it was thrown for, outermost first.</summary>
internal static class ExceptionCauses
{
    /// <summary>None where the caller called it off: then nothing has failed.</summary>
    public static IEnumerable<Exception> Causes(this Exception exception)
    {
        if (exception is OperationCanceledException)
            yield break;

        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
