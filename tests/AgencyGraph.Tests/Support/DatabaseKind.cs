namespace AgencyGraph.Tests.Support;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
