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
        return Grants.Of(operation.Caller.Role).Permits(permission)
            ? operation
            : throw new ReadRefusedException(ErrorCode.Forbidden, "Your role may not call this operation.");
    }
}
