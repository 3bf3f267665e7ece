namespace AgencyGraph.Commands.Demo.Region;

/// <summary>A council of the sample region.</summary>
/// <param name="Code">Its code in the directory of agencies (<c>BUR</c>).</param>
/// <param name="Force">The code of the force in whose area it lies.</param>
/// <param name="PupilAuthority">The local authority number in a unique pupil number.</param>
/// <param name="People">Inhabitants in thousands: how many of the families live there.</param>
/// <param name="Places">Its towns, each with a postcode district that it has.</param>
internal sealed record SampleCouncil(string Code, string Force, int PupilAuthority, int People, IReadOnlyList<Place> Places);
