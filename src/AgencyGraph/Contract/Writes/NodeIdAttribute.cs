namespace AgencyGraph.Contract.Writes;

/// <summary>
/// A member that holds node ids as they were written. What they name stands beside it, read, and is what makes two requests the same;
/// how they were written is not.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NodeIdAttribute : Attribute;
