namespace AgencyGraph.Contract.Writes;

/// <summary>
/// The database cannot write: it is down, full or too busy. Nothing of the batch was acknowledged; the client sends the same request
/// again with the same keys, which is safe even if the connection broke during the commit itself.
/// </summary>
public sealed class UnavailableException : Exception
{
    public UnavailableException()
    {
    }

    public UnavailableException(string message) : base(message)
    {
    }

    public UnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
