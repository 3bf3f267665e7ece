using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyGraph.Feed;

/// <summary>A change of sight in one column: it is read with its entry and never searched.</summary>
internal sealed class SightChangeAsText() : ValueConverter<SightChange, string>(change => Write(change), text => Read(text))
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    internal static string Write(SightChange change)
        => JsonSerializer.Serialize(new Kept(KeptSight.Of(change.Before), change.After is { } after ? KeptSight.Of(after) : null), Short);

    private static SightChange Read(string text)
    {
        var kept = JsonSerializer.Deserialize<Kept>(text, Short) ?? throw new InvalidOperationException("An entry's change of sight is empty.");
        return new SightChange(kept.Before.ToSight(), kept.After?.ToSight());
    }

    private sealed record Kept(KeptSight Before, KeptSight? After);

    private sealed record KeptTie(Guid Child, string Kind, string Holder, DateTime From);

    private sealed record KeptName(Guid Record, Guid? Child, string Holder);

    private sealed record KeptSight(
        string Originator, string? Council, bool IsShared, Guid? Restriction, Guid[] Children, KeptTie[] Ties, KeptName[] Names, bool NeedsConsent, DateTime? NoticeAt,
        string? Worker)
    {
        public static KeptSight Of(Sight sight) => new(
            sight.Facts.Originator.Value, sight.Facts.Council?.Value, sight.Facts.IsShared, sight.Facts.Restriction,
            [.. sight.Facts.Children.Select(child => child.Value)],
            [.. sight.Ties.Select(tie => new KeptTie(tie.ChildId.Value, EnumNames.NameOf(tie.Kind), tie.Holder, tie.From))],
            [.. sight.Restrictions.Select(name => new KeptName(name.RecordId, name.ChildId?.Value, name.Holder))],
            sight.Facts.NeedsConsent, sight.Facts.NoticeAt, sight.Facts.Worker);

        public Sight ToSight() => new(
            new RecordFacts(
                new AgencyCode(Originator), Council is null ? null : new AgencyCode(Council), IsShared, [.. Children.Select(child => new ChildId(child))])
            { Restriction = Restriction, NeedsConsent = NeedsConsent, NoticeAt = NoticeAt, Worker = Worker },
            [.. Ties.Select(tie => new Relationship
            {
                Id = Guid.Empty,
                ChildId = new ChildId(tie.Child),
                Kind = EnumNames.Parse<RelationshipKind>(tie.Kind),
                Holder = tie.Holder,
                From = tie.From,
            })],
            [.. Names.Select(name => new Restriction
            {
                Id = Guid.Empty,
                RecordId = name.Record,
                ChildId = name.Child is { } child ? new ChildId(child) : null,
                Holder = name.Holder,
            })]);
    }
}

internal sealed class SightChangeComparer() : ValueComparer<SightChange>(
    (left, right) => ReferenceEquals(left, right), change => change.GetHashCode(), change => change);
