namespace AgencyGraph.Contract;

/// <summary>One whole GraphQL response.</summary>
/// <param name="StatusCode">
/// As GraphQL over HTTP defines it for application/graphql-response+json: 200 when the operation was executed, 400 when it
/// could not be parsed or validated, 401, 403, 429, 503 … when it was not looked at.
/// </param>
/// <param name="Body">UTF-8 JSON: an object with <c>data</c>, <c>errors</c>, <c>extensions</c>. A status other than 200 has <c>errors</c>.</param>
public sealed record GraphAnswer(int StatusCode, ReadOnlyMemory<byte> Body);
