using System.Text;
using AgencyGraph.Feed;

namespace AgencyGraph.Tests.Feed;

public sealed class UpdateTemplateTests
{
    private readonly SlotMarkers markers = new();

    [Fact]
    public void Each_slot_is_filled_wherever_it_occurs()
    {
        var (sequence, cursor, previous) = (markers.Sequence, markers.Cursor, markers.PreviousCursor);
        var json = $$"""{"a":"{{cursor}}","b":["{{sequence}}","{{previous}}"],"c":"{{sequence}}","d":"{{cursor}}"}""";
        Assert.Equal("""{"a":"now","b":[12,"before"],"c":12,"d":"now"}""", Fill(json, 12, "now", "before"));
        Assert.Equal("""{"a":"now","b":[1,null],"c":1,"d":"now"}""", Fill(json, 1, "now", null));
    }

    [Theory]
    [InlineData("""{"narrative":"sequence"}""")]
    [InlineData("{}")]
    [InlineData("")]
    public void A_payload_without_slots_stays_as_it_is(string json) => Assert.Equal(json, Fill(json, 1, "now", null));

    [Fact]
    public void Slots_may_stand_at_both_ends_and_side_by_side()
    {
        var json = $"\"{markers.Sequence}\"\"{markers.Sequence}\"\"{markers.Cursor}\"";
        Assert.Equal("9223372036854775807" + "9223372036854775807" + "\"c\"", Fill(json, long.MaxValue, "c", null));
    }

    [Fact]
    public void The_markers_of_two_processes_differ()
    {
        var others = new SlotMarkers();
        string[] all = [markers.Sequence, markers.Cursor, markers.PreviousCursor, others.Sequence, others.Cursor, others.PreviousCursor];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    private string Fill(string json, long sequence, string cursor, string? previousCursor)
        => Encoding.UTF8.GetString(UpdateTemplate.Parse(Encoding.UTF8.GetBytes(json), markers, contents: null).Fill(sequence, cursor, previousCursor).Span);
}
