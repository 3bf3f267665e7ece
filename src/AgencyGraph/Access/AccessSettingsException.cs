namespace AgencyGraph.Access;

/// <summary>Settings with which the server must not start. The message is for whoever starts it.</summary>
public sealed class AccessSettingsException : Exception
{
    public AccessSettingsException(string message)
        : base(message)
    {
    }

    public AccessSettingsException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
