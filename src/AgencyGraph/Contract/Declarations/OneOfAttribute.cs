namespace AgencyGraph.Contract.Declarations;

/// <summary>Marks an input of which exactly one field is given (<c>@oneOf</c>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute : Attribute;
