using AgencyGraph.Contract.Writes;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// Sends again the items whose refusal may pass (<see cref="RefusalAdvice.CanResend"/>): nothing is wrong with them. An import that meets
/// such refusals time after time stops, so that a right line never stands among the rejects.
/// </summary>
internal sealed class PassingRefusals(ItemSender sender, Patience patience, TimeProvider clock)
{
    private static readonly string[] MayPass = [.. RefusalAdvice.All.Values.Where(advice => advice.CanResend).Select(advice => EnumNames.NameOf(advice.Code))];

    public async Task<IReadOnlyList<ItemAnswer>> SendAsync(IReadOnlyList<SentItem> items, CancellationToken cancellationToken)
    {
        var answers = (await sender.SendAsync(items, cancellationToken)).ToArray();
        for (var attempt = 1; ; attempt++)
        {
            var again = Enumerable.Range(0, answers.Length).Where(i => IsPassing(answers[i])).ToArray();
            if (again.Length == 0)
                return answers;
            if (attempt == patience.Attempts)
                throw new ImportStoppedException(ImportExit.Stopped, $"The exchange is too busy for some items: {answers[again[0]].Errors[0].Message}");

            await Task.Delay(patience.WaitAfter(attempt, null), clock, cancellationToken);
            var later = await sender.SendAsync([.. again.Select(i => items[i])], cancellationToken);
            for (var i = 0; i < again.Length; i++)
                answers[again[i]] = later[i];
        }
    }

    private static bool IsPassing(ItemAnswer answer)
        => answer.Outcome == ItemOutcome.Refused && answer.Errors.Count > 0 && answer.Errors.All(error => MayPass.Contains(error.Code));
}
