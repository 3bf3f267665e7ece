namespace AgencyGraph.Storage;

/// <summary>A value kept as text: a code or a checked number. <see cref="FromStore"/> trusts the database and checks nothing.</summary>
public interface ICode<TSelf>
    where TSelf : struct, ICode<TSelf>
{
    string Value { get; }

    static abstract TSelf FromStore(string value);
}
