namespace AgencyGraph.Commands.Import;

/// <summary>What is wrong with a line, for a person to read: fields are named as the extract names them, values are not repeated.</summary>
/// <param name="Code">For programs; the exchange's own codes are passed on.</param>
internal sealed record Fault(string Code, string Reason)
{
    /// <summary>The line is longer than 1 MiB.</summary>
    public const string TooLong = "TOO_LONG";

    /// <summary>The line is not UTF-8.</summary>
    public const string NotUtf8 = "NOT_UTF8";

    /// <summary>The line is not a JSON object, or breaks off.</summary>
    public const string NotJson = "NOT_JSON";

    /// <summary>A field of the line is missing, unknown, doubled or of the wrong form.</summary>
    public const string InvalidInput = "INVALID_INPUT";

    /// <summary>The file holds this revision of the incident twice; the first stands.</summary>
    public const string AlreadyExists = "ALREADY_EXISTS";

    /// <summary>The line corrects an incident that the exchange does not have, because its first line was refused or is not in the file.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The exchange refused the line and gave no code.</summary>
    public const string Refused = "REFUSED";
}
