using System.Net;

namespace AgencyGraph.Tests.Commands.Hosting.Shutdown;

/// <summary>A body of which one half is sent, and the other when the test says.</summary>
internal sealed class HalfSent(byte[] whole) : HttpContent
{
    private readonly TaskCompletionSource half = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task HalfIsSent => half.Task;

    public void SendTheRest() => rest.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(whole.AsMemory(..(whole.Length / 2)));
        await stream.FlushAsync();
        half.SetResult();
        await rest.Task;
        await stream.WriteAsync(whole.AsMemory((whole.Length / 2)..));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = whole.Length;
        return true;
    }
}
