using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;

namespace AgencyGraph.Children;

/// <summary>What children add to the graph.</summary>
public sealed class ChildModule : IGraphModule
{
    public void Declare(GraphModel graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Scalar(new TextScalar(
            "NhsNumber", typeof(NhsNumber), "An NHS number: ten digits, the last a check digit modulo 11.",
            text => NhsNumber.TryParse(text, out var number) ? number : null,
            "https://www.datadictionary.nhs.uk/attributes/nhs_number.html"));
        graph.Scalar(new TextScalar(
            "Upn", typeof(Upn), "A unique pupil number: a check letter modulo 23 and twelve characters.",
            text => Upn.TryParse(text, out var upn) ? upn : null,
            "https://www.gov.uk/government/publications/unique-pupil-numbers"));
        graph.Type(new ChildGraph());
        graph.Type(new ChildRecordGraph());
        graph.Type(new ChildIdentityGraph());
        graph.Type(new ChildIdentifiersGraph());
        graph.Type(new ChildAddressesGraph());
        graph.Type(new InvolvementGraph());
        graph.Type(new AddressGraph());
        ChildFields.Declare(graph);
        graph.Update(new UpdateType(
            UpdateKind.RecordVisible, "RecordVisible",
            "A record that was there before became visible to you: a child moved to your council, was allocated to you, or a restriction was lifted.",
            "record", null));
        graph.Update(new UpdateType(
            UpdateKind.RecordWithdrawn, "RecordWithdrawn",
            "A record that you could see is yours to see no longer: told to those alone who could. Neither what it held nor why is said.",
            null, null));
        graph.Update(new UpdateType(
            UpdateKind.RecordErased, "RecordErased",
            "A record that you could see was erased at the end of its time, by the agency that answers for it: told to those alone who could. Delete what you "
                + "hold of it, unless you answer for your copy yourself.",
            null, null));
        graph.Update(new UpdateType(UpdateKind.ChildRecorded, "ChildRecorded", "A council recorded a child.", "record", typeof(ChildRecordGraph)));
    }
}
