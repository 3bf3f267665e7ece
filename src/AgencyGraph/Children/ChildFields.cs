using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Children;

/// <summary>The root fields about children.</summary>
internal static class ChildFields
{
    public static void Declare(GraphModel graph)
    {
        graph.Root(new LookupField("child", Permission.ReadChildren, "One child.", typeof(ChildGraph), ListFilter.Of<ChildBy>(Conditions)));
        graph.Root(new ConnectionField("children", Permission.ReadChildren, "The children whom you may see.", typeof(ChildGraph), ChildGraph.Listing));
        graph.Root(MutationField.Of<RecordChildInput, RecordChildInput>(
            "recordChild", Permission.RecordChild, "Records a child as your council knows them.", typeof(ChildGraph), "child",
            input => new(input.IdempotencyKey, input)));
        graph.Root(MutationField.Of<AllocateWorkerInput, Located<AllocateWorkerInput, ChildId>>(
            "allocateWorker", Permission.AllocateWorker, "Allocates a child to a social worker of your council; the former allocation ends.",
            typeof(ChildGraph), "child", input => new(input.IdempotencyKey, new(input, ChildIn(input.Child)))));
        graph.Root(MutationField.Of<TransferResponsibilityInput, Located<TransferResponsibilityInput, ChildId>>(
            "transferResponsibility", Permission.TransferResponsibility, "Hands a child for whom your council is responsible to another council.",
            typeof(ChildGraph), "child", input => new(input.IdempotencyKey, new(input, ChildIn(input.Child)))));
        graph.Root(MutationField.Of<SetSafeAddressInput, Located<SetSafeAddressInput, ChildId>>(
            "setSafeAddress", Permission.SetSafeAddress, "Sets the safe address in your council's own record of a child.", typeof(ChildGraph), "child",
            input => new(input.IdempotencyKey, new(input, ChildIn(input.Child)))));
    }

    private static ChildId ChildIn(string id) => new(NodeId.DecodeOrEmpty(ChildGraph.Tag, id));

    private static IEnumerable<FilterCondition> Conditions(ChildBy by)
    {
        if (by.Id is { } id)
            yield return FilterCondition.Of<Child>(Detail.Open, child => child.Id == id);
        if (by.NhsNumber is { } number)
            yield return FilterCondition.Of<Child>(Detail.NhsNumber, child => child.Records.Any(record => record.NhsNumber == number));
        if (by.Upn is { } upn)
            yield return FilterCondition.Of<Child>(Detail.Upn, child => child.Records.Any(record => record.Upn == upn));
        if (by.Local is { } local)
        {
            var reference = CouncilReference.FromStore(local.Reference);
            yield return FilterCondition.Of<Child>(
                Detail.Identity, child => child.Records.Any(record => record.LocalReference == reference && record.AgencyCode == local.Agency));
        }
    }
}
