using System.Globalization;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Storage;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine;

/// <summary>A scalar that is text in both directions; what cannot be parsed is refused with the scalar's own words.</summary>
internal abstract class TextualScalar : ScalarGraphType
{
    protected TextualScalar(string name, string description, string? url = null)
    {
        Name = name;
        Description = description;
        if (url is not null)
            _ = this.ApplyDirective("specifiedBy", "url", url);
    }

    protected abstract object? FromText(string text);

    protected virtual string ToText(object value) => value.ToString()!;

    public override object? Serialize(object? value) => value is null ? null : ToText(value);

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => FromText((string)text.Value) ?? ThrowLiteralConversionError(value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => FromText(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };
}

internal sealed class TextScalarType(TextScalar scalar) : TextualScalar(scalar.Name, scalar.Description, scalar.Url)
{
    protected override object? FromText(string text) => scalar.Parse(text);
}

internal sealed class InstantScalar() : TextualScalar(
    "DateTime", "An instant, in UTC and to the millisecond: `2026-10-01T00:02:00Z`. Given with an offset, it is converted.",
    "https://scalars.graphql.org/andimarek/date-time")
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";

    private static readonly string[] Accepted = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static string Write(DateTime instant) => instant.ToString(Format, CultureInfo.InvariantCulture);

    protected override object? FromText(string text)
        => (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && DateTimeOffset.TryParseExact(text, Accepted, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? Instants.ToMillisecond(instant.UtcDateTime)
            : null;

    /// <summary>Lets the marker of a slot through, which each bookmark fills.</summary>
    protected override string ToText(object value) => value as string ?? Write((DateTime)value);
}

internal sealed class LocalDateScalar() : TextualScalar("LocalDate", "A date without a time: `2016-02-29`.", "https://scalars.graphql.org/andimarek/local-date")
{
    protected override object? FromText(string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    protected override string ToText(object value) => ((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed class UuidScalar() : TextualScalar("UUID", "A universally unique identifier in its usual form.", "https://www.rfc-editor.org/rfc/rfc9562")
{
    protected override object? FromText(string text) => Guid.TryParseExact(text, "D", out var value) ? value : null;
}

internal sealed class CursorScalar() : TextualScalar("Cursor", "A sealed position in a list or in the feed. A position, not a permission.")
{
    public const int MaxLength = 1024;

    protected override object? FromText(string text) => text.Length is > 0 and <= MaxLength ? text : null;
}

/// <summary>The built-in <c>Int</c>, which lets through the marker of a slot that each stream fills with a number of its own.</summary>
internal sealed class IntScalar : IntGraphType
{
    public IntScalar() => Name = "Int";

    public override object? Serialize(object? value) => value is string marker ? marker : base.Serialize(value);
}
