using System.Buffers.Text;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Contract.Reading;

public sealed class PageSealTests
{
    private static readonly PageSeal Seal = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly CursorScope Scope = new(new Caller("anna", new AgencyCode("BUR"), Role.HubPractitioner, Purpose.Safeguarding), "incidents", "RECORDED_LAST");
    private static readonly Type[] Keys = [typeof(DateTime), typeof(string)];
    private static readonly object[] Position = [new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), "GMP/2026/1"];
    private static readonly string Cursor = Seal.Seal(Position, Scope);

    [Fact]
    public void A_cursor_opens_to_what_was_sealed() => Assert.Equal(Position, Seal.Open(Cursor, Scope, Keys).Zip(Keys, (value, key) => value.As(key)));

    [Fact]
    public void A_cursor_with_any_bit_or_character_changed_is_refused()
    {
        var bytes = Base64Url.DecodeFromChars(Cursor);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var forged = bytes.ToArray();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            IsRefused(Base64Url.EncodeToString(forged), Scope);
        }

        for (var i = 0; i < Cursor.Length; i++)
        {
            IsRefused($"{Cursor[..i]}{(Cursor[i] == 'A' ? 'Q' : 'A')}{Cursor[(i + 1)..]}", Scope);
            IsRefused(Cursor[..i], Scope);
        }
    }

    [Fact]
    public void A_cursor_is_of_one_person_role_agency_list_and_order()
    {
        var caller = Scope.Caller;
        foreach (var other in new[]
        {
            Scope with { Caller = caller with { Subject = "bert" } }, Scope with { Caller = caller with { Role = Role.HubLead } },
            Scope with { Caller = caller with { Agency = new AgencyCode("BOL") } }, Scope with { List = "referrals" }, Scope with { Order = "RECORDED_FIRST" },
        })
        {
            IsRefused(Cursor, new CursorScope(other.Caller, other.List, other.Order));
        }
    }

    private static void IsRefused(string cursor, CursorScope scope)
        => Assert.Equal(AgencyGraph.Contract.ErrorCode.CursorInvalid, Assert.Throws<ReadRefusedException>(() => Seal.Open(cursor, scope, Keys)).Code);
}
