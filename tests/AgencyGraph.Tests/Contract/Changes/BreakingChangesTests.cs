namespace AgencyGraph.Tests.Contract.Changes;

public sealed class BreakingChangesTests
{
    [Theory]
    [InlineData("type A { x: Int } type B { x: Int }", "type A { x: Int }", "B: removed.")]
    [InlineData("enum A { X }", "scalar A", "A: became another kind of type.")]
    [InlineData("type A { x: Int y: Int }", "type A { x: Int }", "A.y: removed.")]
    [InlineData("type A { x: Int }", "type A { x: String }", "A.x: gives String instead of Int.")]
    [InlineData("type A { x: Int! }", "type A { x: Int }", "A.x: gives Int instead of Int!.")]
    [InlineData("type A { x: [Int!]! }", "type A { x: [Int]! }", "A.x: gives [Int]! instead of [Int!]!.")]
    [InlineData("type A { x: Int }", "type A { x: [Int] }", "A.x: gives [Int] instead of Int.")]
    [InlineData("type A { x(a: Int): Int }", "type A { x: Int }", "A.x.a: removed.")]
    [InlineData("type A { x(a: Int): Int }", "type A { x(a: String): Int }", "A.x.a: takes String instead of Int.")]
    [InlineData("type A { x(a: Int): Int }", "type A { x(a: Int!): Int }", "A.x.a: takes Int! instead of Int.")]
    [InlineData("type A { x: Int }", "type A { x(a: Int!): Int }", "A.x.a: is new and must be given.")]
    [InlineData("type A { x(a: Int = 1): Int }", "type A { x(a: Int = 2): Int }", "A.x.a: its default is 2 instead of 1.")]
    [InlineData("type A { x(a: Int = 1): Int }", "type A { x(a: Int): Int }", "A.x.a: its default is none instead of 1.")]
    [InlineData("type A { x(a: Int! = 1): Int }", "type A { x(a: Int!): Int }", "A.x.a: must be given now.")]
    [InlineData("input A { x: Int y: Int }", "input A { x: Int }", "A.y: removed.")]
    [InlineData("input A { x: [Int] }", "input A { x: [Int!] }", "A.x: takes [Int!] instead of [Int].")]
    [InlineData("input A { x: Int }", "input A { x: Int y: Int! }", "A.y: is new and must be given.")]
    [InlineData("input A { x: Int }", "input A @oneOf { x: Int }", "A: takes exactly one of its fields now.")]
    [InlineData("enum A { X Y }", "enum A { X }", "A: no longer has Y.")]
    [InlineData("union A = B | C", "union A = B", "A: no longer holds C.")]
    [InlineData("interface N { x: Int } type A implements N { x: Int }", "interface N { x: Int } type A { x: Int }",
        "A: no longer implements N.")]
    [InlineData("interface N { x: Int y: Int }", "interface N { x: Int }", "N.y: removed.")]
    [InlineData("scalar A @specifiedBy(url: \"https://a\")", "scalar A @specifiedBy(url: \"https://b\")", "A: is specified elsewhere.")]
    public void What_takes_something_away_is_found(string before, string after, string change)
        => Assert.Equal([change], BreakingChanges.Between(before, after));

    [Theory]
    [InlineData("type A { x: Int }", "type A { x: Int y: Int } type B { x: Int }")]
    [InlineData("type A { x: [Int] }", "type A { x: [Int!]! }")]
    [InlineData("type A { x(a: Int!): Int }", "type A { x(a: Int): Int }")]
    [InlineData("type A { x: Int }", "type A { x(a: Int, b: Int! = 1): Int }")]
    [InlineData("input A { x: Int! }", "input A { x: Int y: Int z: Int! = 3 }")]
    [InlineData("input A { x: [Int!]! }", "input A { x: [Int] }")]
    [InlineData("input A @oneOf { x: Int }", "input A { x: Int }")]
    [InlineData("enum A { X }", "enum A { X Y }")]
    [InlineData("interface N { x: Int } type A { x: Int }", "interface N { x: Int } type A implements N { x: Int }")]
    [InlineData("\"One.\" type A { x: Int }", "\"Another.\" type A { \"New.\" x: Int }")]
    public void What_only_adds_is_none(string before, string after)
        => Assert.Empty(BreakingChanges.Between(before, after));
}
