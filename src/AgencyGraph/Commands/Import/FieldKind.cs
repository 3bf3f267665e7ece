namespace AgencyGraph.Commands.Import;

/// <summary>What a field of the extract holds.</summary>
internal enum FieldKind
{
    Text,
    TextList,
    Whole,
    Truth,
    Record,
    RecordList,
}
