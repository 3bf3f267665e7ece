namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>One update that a step must send to whoever sees its record afterwards.</summary>
/// <param name="OnlyToTheForce">That an incident was taken from a council: nobody else hears of it.</param>
/// <param name="OnlyToFormer">A correction: it is for those who saw the incident before it too.</param>
internal sealed record Told(string Type, object Record, bool OnlyToTheForce = false, bool OnlyToFormer = false)
{
    /// <param name="before">The ids of all that the listener saw before the step.</param>
    public bool IsFor(Oracle oracle, IReadOnlySet<string> before)
        => Rendering.IsSeen(oracle, Record)
            && (!OnlyToTheForce || Details.IsPolice(oracle.Role))
            && (!OnlyToFormer || before.Contains(Rendering.IdOf(Record)));
}
