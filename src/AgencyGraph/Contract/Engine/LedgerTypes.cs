using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;
using GraphQL.Types;

namespace AgencyGraph.Contract.Engine;

/// <summary>The types of <c>ledger</c>: what an auditor may know, ids and classes and no content.</summary>
internal sealed class LedgerTypes(GraphModel model, ValueTypes values)
{
    public ObjectGraphType Connection(IGraphType pageInfo)
    {
        var disclosure = Disclosure();
        var edge = new ObjectGraphType { Name = "DisclosureEdge", Description = "One row of a page of Disclosure objects." };
        Add<LedgerEdge>(edge, "cursor", "Its position in the list.", values.Cursor, one => one.Cursor);
        Add<LedgerEdge>(edge, "node", "The object.", disclosure, one => one.Entry);
        var connection = new ObjectGraphType { Name = "DisclosureConnection", Description = "A page of Disclosure objects, latest first." };
        Add<LedgerPage>(connection, "edges", "The page's rows with their cursors.", ListOf(edge), page => page.Edges);
        Add<LedgerPage>(connection, "nodes", "The page's rows.", ListOf(disclosure), page => page.Edges.Select(one => one.Entry));
        Add<LedgerPage>(
            connection, "pageInfo", "Where the page stands. A page may have fewer rows than were asked for, or none, and still have others after it: so much is looked at for one page, and no more.",
            pageInfo, page => page.Place);
        return connection;
    }

    private ObjectGraphType Disclosure()
    {
        var (text, type) = (values.Leaf(typeof(string)), new ObjectGraphType
        {
            Name = "Disclosure",
            Description = $"An entry of the ledger: that something was shown, recorded before it left. It names ids and classes, and holds nothing of what was shown. Detail class: {Detail.Disclosure}.",
        });
        Add<DisclosedEntry>(type, "entryId", "Names the entry.", values.Leaf(typeof(Guid)), one => one.Entry.Id);
        Add<DisclosedEntry>(type, "position", "The place of the entry's commit in the chain.", text, one => Text(one.Entry.Position));
        Add<DisclosedEntry>(type, "at", "When it was recorded.", values.Leaf(typeof(DateTime)), one => one.Entry.At);
        Add<DisclosedEntry>(type, "kind", "By which way it was shown.", values.Leaf(typeof(DisclosureKind)), one => one.Entry.Kind);
        Add<DisclosedEntry>(type, "agency", "The readers' agency, by its code.", text, one => one.Entry.Agency);
        Add<DisclosedEntry>(type, "readers", "The persons and systems to whom it was shown, by the subjects of their sign-ins.", ListOf(text), one => one.Entry.Subjects);
        AddOptional<DisclosedEntry>(type, "onBehalfOf", "The worker for whom a council's system read; null where it read for itself, or the reader is a person.", text, one => one.Entry.OnBehalfOf);
        Add<DisclosedEntry>(type, "role", "In which role.", values.Leaf(typeof(Role)), one => one.Entry.Role);
        Add<DisclosedEntry>(type, "purpose", "For which purpose.", values.Leaf(typeof(Purpose)), one => one.Entry.Purpose);
        Add<DisclosedEntry>(type, "legalBases", "On which legal bases, by their codes in `schema/visibility.md`.", ListOf(text), one => one.Entry.LegalBases);
        Add<DisclosedEntry>(type, "operation", "The operation's name; empty where it has none.", text, one => one.Entry.Operation);
        Add<DisclosedEntry>(type, "document", "SHA-256 of the document, in hexadecimal.", text, one => one.Entry.Document);
        AddOptional<DisclosedEntry>(type, "requestId", "The `X-Request-ID` of the answer; null for an update.", text, one => one.Entry.RequestId);
        Add<DisclosedEntry>(type, "policyEpoch", "The policy under which it was decided, or an earlier one.", text, one => Text(one.Entry.PolicyEpoch));
        Add<DisclosedEntry>(type, "children", "The ids of the children who were shown themselves.", ListOf(values.Id), one => one.Children.Select(child => IdOf(RecordKind.Child, child.Value)));
        Add<DisclosedEntry>(type, "erasedChildren", "How many more there were, who are erased and whom nothing names any more.", values.Leaf(typeof(int)), one => one.Entry.Children.Count - one.Children.Count);
        Add<DisclosedEntry>(type, "records", "The other records.", ListOf(Record()), one => one.Entry.Records);
        Add<DisclosedEntry>(type, "details", "The classes of which some field had a value.", ListOf(values.Leaf(typeof(Detail))), one => one.Entry.Details);
        Add<DisclosedEntry>(type, "totals", "How many counts of records it told.", values.Leaf(typeof(int)), one => one.Entry.Totals);
        return type;
    }

    private ObjectGraphType Record()
    {
        var type = new ObjectGraphType { Name = "DisclosedRecord", Description = "A record that was shown, as it was then." };
        Add<ShownRecord>(type, "kind", "What kind of record.", values.Leaf(typeof(RecordKind)), record => record.Kind);
        Add<ShownRecord>(type, "id", "Its id.", values.Id, record => IdOf(record.Kind, record.Id));
        AddOptional<ShownRecord>(type, "version", "Its version; null for a kind whose records have none.", values.Leaf(typeof(int)), record => record.Version == 0 ? null : record.Version);
        return type;
    }

    /// <summary>As it is in the graph; of what is no object there, the bare id.</summary>
    private string IdOf(RecordKind kind, Guid id)
    {
        var named = kind == RecordKind.Involvement ? RecordKind.ChildRecord : kind;
        return model.Types.FirstOrDefault(type => type.NodeTag is not null && type is IRecordGraph record && record.Kind == named) is { NodeTag: { } tag }
            ? NodeId.Encode(tag, id)
            : id.ToString();
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static NonNullGraphType ListOf(IGraphType item) => new(new ListGraphType(new NonNullGraphType(item)));

    private static void Add<T>(ObjectGraphType type, string name, string description, IGraphType graph, Func<T, object?> pick)
        => AddOptional(type, name, description, graph is NonNullGraphType ? graph : new NonNullGraphType(graph), pick);

    private static void AddOptional<T>(ObjectGraphType type, string name, string description, IGraphType graph, Func<T, object?> pick)
        => type.AddField(new FieldType { Name = name, Description = description, ResolvedType = graph, Resolver = Pick.From(pick) });
}

/// <summary>A page of the ledger.</summary>
/// <param name="Place">Where it stands, as a page without rows.</param>
internal sealed record LedgerPage(IReadOnlyList<LedgerEdge> Edges, Page Place);

/// <summary>One entry and its cursor.</summary>
internal sealed record LedgerEdge(DisclosedEntry Entry, string Cursor);
