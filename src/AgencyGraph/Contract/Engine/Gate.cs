using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>Before anything is read or written: may this role call this operation at all?</summary>
internal static class Gate
{
    public static OperationContext Enter(IResolveFieldContext context, Permission permission)
    {
        var operation = (OperationContext)context.UserContext;
        return Grants.Of(operation.Caller.Role, operation.Caller.Purpose).Permits(permission)
            ? operation
            : throw new ReadRefusedException(ErrorCode.Forbidden, "Your role may not call this operation.");
    }

    /// <summary>The same for what lists records; it asks whether the purpose leaves room for that.</summary>
    public static OperationContext EnterToSearch(IResolveFieldContext context, Permission permission)
    {
        var operation = Enter(context, permission);
        return Grants.Of(operation.Caller.Role, operation.Caller.Purpose).MaySearch
            ? operation
            : throw new ReadRefusedException(ErrorCode.Forbidden, "For this purpose nothing is listed or searched: read the child that you opened, by its id.");
    }
}
