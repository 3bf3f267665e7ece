namespace AgencyGraph.Commands.Import;

/// <summary>What has become of a line.</summary>
internal enum LineState : byte
{
    Unsent,
    In,
    Refused,
}
