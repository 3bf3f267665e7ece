using AgencyGraph.Transport;
using AgencyGraph.Transport.Streams;
using AgencyGraph.Visibility;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Transport.Streams;

public sealed class ConnectionWriterTests
{
    [Theory]
    [InlineData(1500, new[] { "1" })]
    [InlineData(500, new[] { "1", "2", "3" })]
    public async Task What_waited_for_a_client_that_does_not_read_is_not_sent_once_its_decision_is_overruled(int milliseconds, string[] sent)
    {
        var clock = new FakeTimeProvider();
        var wire = new StalledWire();
        await using var writer = new ConnectionWriter(wire, new TransportOptions(), clock);
        writer.Overruled = () => writer.Finish(ConnectionClose.TryAgainLater, drop: true);
        var epoch = 1L;
        var decision = new Decision(1, decided => decided < epoch);
        foreach (var text in new[] { "1", "2", "3" })
            _ = await writer.WriteAsync(new ServerMessage(null, System.Text.Encoding.ASCII.GetBytes(text)) { Decision = decision }, CancellationToken.None);

        epoch = 2;
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        wire.GoOn();
        writer.Finish(ConnectionClose.Farewell, drop: false);
        await writer.WhenFinishedAsync();

        Assert.Equal(sent, wire.Sent);
        Assert.Equal(sent.Length == 1 ? ConnectionClose.TryAgainLater : ConnectionClose.Farewell, wire.Closed);
    }

    private sealed class StalledWire : IWire
    {
        private readonly TaskCompletionSource stalled = new();

        public List<string> Sent { get; } = [];

        public ConnectionClose? Closed { get; private set; }

        public bool IsOpen => true;

        public void GoOn() => stalled.SetResult();

        public ValueTask SendAsync(ReadOnlyMemory<byte> message)
        {
            Sent.Add(System.Text.Encoding.ASCII.GetString(message.Span));
            return new ValueTask(stalled.Task);
        }

        public Task CloseAsync(ConnectionClose why)
        {
            Closed = why;
            return Task.CompletedTask;
        }

        public void Abort()
        {
        }
    }
}
