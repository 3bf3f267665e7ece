using System.Formats.Cbor;
using AgencyGraph.Agencies;
using AgencyGraph.Ledger;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Ledger;

public sealed class LedgerEncodingTests
{
    private static readonly DateTime At = new(2026, 11, 26, 12, 30, 15, 250, DateTimeKind.Utc);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var (child, name, incident, id) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var disclosure = new Disclosure
        {
            Id = id,
            Kind = DisclosureKind.Update,
            Reader = new Caller("ann", new AgencyCode("BUR"), Role.CouncilSystem, Purpose.ChildProtectionEnquiry, "worker 7"),
            Subjects = ["ann", "ben"],
            Contents = new Contents(
                [new(RecordKind.Child, child, 0), new(RecordKind.Incident, incident, 3)], [Detail.Identity, Detail.SafeAddress], 2, "council/updates",
                new byte[] { 0xab, 0x01 }),
            PolicyEpoch = 12,
            FeedPosition = 99,
        };

        var entry = LedgerEncoding.Decode(7, LedgerEncoding.Encode(disclosure, At, asked => asked == child ? name : Guid.Empty)).Single();

        Assert.Equal(
            (7L, id, At, DisclosureKind.Update, "BUR", "worker 7", Role.CouncilSystem, Purpose.ChildProtectionEnquiry),
            (entry.Position, entry.Id, entry.At, entry.Kind, entry.Agency, entry.OnBehalfOf, entry.Role, entry.Purpose));
        Assert.Equal(["ann", "ben"], entry.Subjects);
        Assert.Contains("CA1989_47", entry.LegalBases);
        Assert.Equal(("council/updates", "ab01", null, 12L, 99L, 2), (entry.Operation, entry.Document, entry.RequestId, entry.PolicyEpoch, entry.FeedPosition, entry.Totals));
        Assert.Equal([name], entry.Children);
        Assert.Equal([new ShownRecord(RecordKind.Incident, incident, 3)], entry.Records);
        Assert.Equal([Detail.Identity, Detail.SafeAddress], entry.Details);
    }

    [Fact]
    public void No_id_of_a_child_is_in_an_entry()
    {
        var child = Guid.NewGuid();
        var bytes = LedgerEncoding.Encode(Samples.Reading(child), At, _ => Guid.NewGuid());
        Assert.Equal(-1, bytes.AsSpan().IndexOf(child.ToByteArray(bigEndian: true)));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("9f01ff")]
    [InlineData("9f02ff")]
    public void What_is_no_entry_is_refused(string bytes)
        => Assert.ThrowsAny<CborContentException>(() => LedgerEncoding.Decode(1, Convert.FromHexString(bytes)));
}
