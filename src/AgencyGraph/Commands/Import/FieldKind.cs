namespace AgencyGraph.Commands.Import;

/// <summary>What a field of the extract holds.</summary>
internal enum FieldKind
{
    Text,
    TextList,
    Whole,
    Truth,

    /// <summary>True or false where it is known; left out, it is not.</summary>
    Answer,
    Record,
    RecordList,
}
