namespace AgencyGraph.Commands.Backup;

/// <summary>A backup or a restore that cannot be done as asked. Nothing was changed.</summary>
internal sealed class RestoreRefusedException(string message) : Exception(message);
