using System.Diagnostics;
using AgencyGraph.Benchmarks.Data;

namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>One incident that was sent.</summary>
/// <param name="Worker">The social worker to whom its child is allocated; null where it is allocated to nobody.</param>
internal sealed record Write(int Number, string Council, string? Worker, long SentAt, long AnsweredAt)
{
    public bool Concerns(Subscriber subscriber) => subscriber.Agency == Council && (subscriber.Worker is null || subscriber.Worker == Worker);
}

/// <summary>A force's record system that sends incidents at a steady beat; a late answer holds back none.</summary>
internal sealed class Writes(GraphClient force, Families families)
{
    private const int AllocatedOneIn = 3;
    private const int FirstStranger = 420_000;

    private readonly Random chance = new(2);
    private readonly List<Write> all = [];
    private int sent;

    public IReadOnlyList<Write> All => all;

    public async Task SendAsync(int perSecond, TimeSpan duration)
    {
        var begin = Stopwatch.GetTimestamp();
        var count = (int)(perSecond * duration.TotalSeconds);
        var answers = new List<Task<Write>>(count);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(begin);
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            answers.Add(SendOneAsync(sent++));
        }

        all.AddRange(await Task.WhenAll(answers));
    }

    private async Task<Write> SendOneAsync(int number)
    {
        var council = GreaterManchester.Councils[number % GreaterManchester.Councils.Length];
        var worker = number % AllocatedOneIn == 0 ? chance.Next(Families.WorkersInCouncil) : (int?)null;
        var child = worker is { } allocated ? families.ChildOf(council, allocated) : InventedPerson.Child(chance, FirstStranger + number);
        var variables = LiveIncident.Variables(number, council, [child], TimeProvider.System.GetUtcNow());
        var sentAt = Stopwatch.GetTimestamp();
        var answer = await force.AskAsync(LiveIncident.Document, variables, CancellationToken.None);
        var answeredAt = Stopwatch.GetTimestamp();
        var errors = answer.GetProperty("recordIncident").GetProperty("errors");
        return errors.GetArrayLength() == 0
            ? new Write(number, council, worker is { } told ? Families.Worker(told) : null, sentAt, answeredAt)
            : throw new InvalidOperationException($"An incident was refused: {errors}");
    }
}
