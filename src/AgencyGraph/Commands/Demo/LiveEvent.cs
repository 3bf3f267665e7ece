using AgencyGraph.Commands.Demo.Region;

namespace AgencyGraph.Commands.Demo;

/// <summary>Something that the live feed did: events, kinds and places, never people.</summary>
/// <param name="What">A word or two: INCIDENT, CORRECTION, REFERRAL RATED.</param>
/// <param name="Kind">The incident's kind.</param>
/// <param name="Risk">The force's grade.</param>
/// <param name="Note">Withheld, a rating, an outcome; a refusal's code.</param>
internal sealed record LiveEvent(string What, Family Family, string Kind, string Risk, string Note);
