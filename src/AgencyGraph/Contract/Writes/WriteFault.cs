using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Writes;

/// <summary>Why a write failed: the database's own reason, or that its transaction is gone, whatever the reason was.</summary>
internal static class WriteFault
{
    public static StorageFault Of(Exception exception, IStorageEngine storage)
        => exception is UnavailableException ? StorageFault.Unavailable : storage.FaultOf(exception);
}
