using AgencyGraph.Contract;

namespace AgencyGraph.Transport.Streams;

/// <summary>How a protocol says what becomes of an operation.</summary>
internal interface IProtocol
{
    /// <summary>One of its results.</summary>
    ServerMessage Next(Operation operation, StreamResult result);

    /// <summary>Its end by errors.</summary>
    /// <param name="errors">An array of GraphQL errors.</param>
    ServerMessage Error(Operation operation, ReadOnlyMemory<byte> errors);

    /// <summary>Its end.</summary>
    ServerMessage Complete(Operation operation);
}
