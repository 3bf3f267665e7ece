namespace AgencyGraph.Contract.Reading;

/// <summary>A read was asked for in a way that is refused; the caller is given nothing.</summary>
public sealed class ReadRefusedException(ErrorCode code, string message) : Exception(message)
{
    public ErrorCode Code { get; } = code;

    /// <summary>Whether it was read, and what came of it may not be given.</summary>
    public bool IsOfAnswer => Code is ErrorCode.AnswerTooLarge or ErrorCode.RateLimited or ErrorCode.LedgerUnavailable;
}
