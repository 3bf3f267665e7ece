using AgencyGraph.Children;

namespace AgencyGraph.Tests.Children;

public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("9990000018")]
    [InlineData("9990000026")]
    [InlineData("9990000034")]
    [InlineData("9990000042")]
    public void A_right_check_digit_is_taken_and_every_other_refused(string right)
    {
        Assert.True(NhsNumber.TryParse(right, out var number));
        Assert.Equal(right, number.Value);

        foreach (var digit in "0123456789".Where(digit => digit != right[^1]))
            Assert.False(NhsNumber.TryParse(right[..^1] + digit, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("999000001")]
    [InlineData("99900000180")]
    [InlineData("999 000 0018")]
    [InlineData(" 9990000018")]
    [InlineData("9990000018\n")]
    [InlineData("999000001\u0668")]
    [InlineData("９９９００００１８８")]
    public void What_is_not_ten_plain_digits_is_refused(string? text) => Assert.False(NhsNumber.TryParse(text, out _));

    [Fact]
    public void A_number_whose_check_would_be_ten_has_no_valid_digit()
    {
        // 9990000000 to 9990000999, nine digits each: where the remainder is 1 no tenth digit will do.
        var counts = Enumerable.Range(999_000_000, 1_000)
            .Select(nine => Enumerable.Range(0, 10).Count(digit => NhsNumber.TryParse($"{nine}{digit}", out _))).ToList();

        Assert.All(counts, count => Assert.InRange(count, 0, 1));
        Assert.InRange(counts.Count(count => count == 0), 80, 100);
    }

    [Fact]
    public void One_that_was_never_set_says_so() => Assert.Throws<InvalidOperationException>(() => default(NhsNumber).Value);
}
