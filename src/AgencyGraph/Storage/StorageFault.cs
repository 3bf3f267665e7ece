namespace AgencyGraph.Storage;

/// <summary>What a failure means for whoever met it.</summary>
public enum StorageFault
{
    /// <summary>Not the database's: a broken promise of ours, or something that the caller called off.</summary>
    None,

    /// <summary>A row was in the way (a unique key, or a version that another writer changed); the transaction can go on.</summary>
    Constraint,

    /// <summary>Deadlock or serialisation: the transaction is tried again from its start.</summary>
    Contention,

    /// <summary>Gone, full, read-only or busy for too long.</summary>
    Unavailable,
}
