namespace AgencyGraph.Tests.Transport.StandIn;

internal static class Eventually
{
    /// <summary>Waits until it is so, at most 20 seconds.</summary>
    public static Task IsAsync(Func<bool> condition, string what) => IsAsync(() => Task.FromResult(condition()), what);

    /// <summary>Waits until it is so, at most 1,000 attempts.</summary>
    public static async Task IsAsync(Func<Task<bool>> condition, string what)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            if (await condition())
                return;
            await Task.Delay(20);
        }

        Assert.Fail($"Never: {what}");
    }
}
