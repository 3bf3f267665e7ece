using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>The graph type <c>ReceiverDesignation</c>.</summary>
public sealed class ReceiverDesignationGraph : RecordGraph<ReceiverDesignation>
{
    public const char Tag = 'g';

    public ReceiverDesignationGraph()
        : base("ReceiverDesignation", "That an agency said which of its systems acknowledges for it: by whom and when.")
    {
        Id(Tag, designation => designation.Id);
        Object("agency", designation => designation.Agency, typeof(AgencyBodyGraph), Detail.Receipt, "The agency.");
        Field("consumer", designation => designation.Subject, Detail.Receipt, "The system designated, by the subject of its tokens.");
        Field("by", designation => designation.By, Detail.Receipt, "The agency's system that designated it, likewise.");
        Field("designatedAt", designation => designation.DesignatedAt, Detail.Receipt, "When.");
    }
}
