using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>The graph type <c>Acknowledgement</c>.</summary>
public sealed class AcknowledgementGraph : RecordGraph<Acknowledgement>
{
    public const char Tag = 'k';

    public AcknowledgementGraph()
        : base("Acknowledgement", "Up to where a consumer has received and processed its updates. It only moves forward.")
    {
        Id(Tag, acknowledgement => acknowledgement.Id);
        Object("agency", acknowledgement => acknowledgement.Agency, typeof(AgencyBodyGraph), Detail.Receipt, "The consumer's agency.");
        Field("consumer", acknowledgement => acknowledgement.Subject, Detail.Receipt, "The consumer, by the subject of its tokens.");
        Field("role", acknowledgement => acknowledgement.Role, Detail.Receipt, "The role in which it follows updates.");
        Field(
            "cursor", acknowledgement => acknowledgement.Cursor, Detail.Receipt,
            "The cursor that came furthest: what was sent on the way to it is acknowledged.");
        Field("acknowledgedAt", acknowledgement => acknowledgement.AcknowledgedAt, Detail.Receipt, "When that cursor came.");
        Field(
            "isReceipt", acknowledgement => acknowledgement.IsReceipt, Detail.Receipt,
            "Whether it counted as the agency's receipt: it came from the agency's receiver, from its stream without a filter.");
    }
}
