namespace AgencyGraph.Commands.Import;

/// <summary>The fields of an object of the extract, in the order in which the exchange's input is written.</summary>
internal sealed class Shape(params Field[] fields)
{
    private static readonly Shape Address = new(
        new("lines", "lines", FieldKind.TextList, IsRequired: true),
        new("postcode", "postcode", FieldKind.Text),
        new("safe", "isSafe", FieldKind.Truth));

    private static readonly Shape Person = new(
        new("role", "role", FieldKind.Text, IsRequired: true),
        new("given", "givenName", FieldKind.Text),
        new("surname", "surname", FieldKind.Text),
        new("dob", "bornOn", FieldKind.Text),
        new("sex", "sex", FieldKind.Text),
        new("nhs", "nhsNumber", FieldKind.Text),
        new("upn", "upn", FieldKind.Text),
        new("address", "address", FieldKind.Record, Of: Address),
        new("voice", "voice", FieldKind.Text),
        new("anonymous", "isAnonymous", FieldKind.Truth));

    /// <summary>One line: one revision of an incident.</summary>
    public static readonly Shape Incident = new(
        new("ref", "reference", FieldKind.Text, IsRequired: true),
        new("revision", "revision", FieldKind.Whole, IsRequired: true),
        new("correctionReason", "correctionReason", FieldKind.Text),
        new("kind", "kind", FieldKind.Text, IsRequired: true),
        new("council", "council", FieldKind.Text, IsRequired: true),
        new("occurred", "occurredAt", FieldKind.Text, IsRequired: true),
        new("reported", "reportedAt", FieldKind.Text, IsRequired: true),
        new("recorded", "recordedAt", FieldKind.Text, IsRequired: true),
        new("riskAssessed", "riskAssessedAt", FieldKind.Text),
        new("risk", "riskGrade", FieldKind.Text, IsRequired: true),
        new("share", "shared", FieldKind.Truth, IsRequired: true, Group: "sharing"),
        new("withholdReason", "reason", FieldKind.Text, Group: "sharing"),
        new("persons", "persons", FieldKind.RecordList, IsRequired: true, Of: Person),
        new("location", "location", FieldKind.Record, Of: Address),
        new("narrative", "narrative", FieldKind.Text));

    private static readonly Shape Child = new(
        new("given", "givenName", FieldKind.Text, IsRequired: true),
        new("surname", "surname", FieldKind.Text, IsRequired: true),
        new("dob", "bornOn", FieldKind.Text, IsRequired: true),
        new("sex", "sex", FieldKind.Text),
        new("nhs", "nhsNumber", FieldKind.Text),
        new("upn", "upn", FieldKind.Text),
        new("address", "address", FieldKind.Record, Of: Address));

    private static readonly Shape Found = new(
        new("at", "foundAt", FieldKind.Text, IsRequired: true),
        new("recorded", "recordedAt", FieldKind.Text, IsRequired: true),
        new("how", "how", FieldKind.Text, IsRequired: true),
        new("place", "place", FieldKind.Record, Of: Address));

    /// <summary>One line: one revision of a missing episode.</summary>
    public static readonly Shape Episode = new(
        new("ref", "reference", FieldKind.Text, IsRequired: true),
        new("revision", "revision", FieldKind.Whole, IsRequired: true),
        new("correctionReason", "correctionReason", FieldKind.Text),
        new("child", "child", FieldKind.Record, IsRequired: true, Of: Child),
        new("council", "council", FieldKind.Text, IsRequired: true),
        new("type", "type", FieldKind.Text, IsRequired: true),
        new("risk", "risk", FieldKind.Text, IsRequired: true),
        new("started", "startedAt", FieldKind.Text, IsRequired: true),
        new("reported", "reportedAt", FieldKind.Text, IsRequired: true),
        new("recorded", "recordedAt", FieldKind.Text, IsRequired: true),
        new("lookedAfter", "lookedAfter", FieldKind.Answer),
        new("onPlan", "onPlan", FieldKind.Answer),
        new("from", "missingFrom", FieldKind.Record, Of: Address),
        new("circumstances", "circumstances", FieldKind.Text),
        new("found", "found", FieldKind.Record, Of: Found));

    public IReadOnlyList<Field> Fields => fields;

    public int IndexOf(string name) => Array.FindIndex(fields, field => field.Name == name);
}
