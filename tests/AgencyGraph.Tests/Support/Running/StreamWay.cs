namespace AgencyGraph.Tests.Support.Running;

/// <summary>By which way a subscription goes.</summary>
public enum StreamWay
{
    /// <summary>graphql-transport-ws.</summary>
    Socket,

    /// <summary>Server-sent events.</summary>
    Events,
}
