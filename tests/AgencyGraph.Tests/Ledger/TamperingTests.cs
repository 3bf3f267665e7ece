using System.Security.Cryptography;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Ledger.Store;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Ledger;

/// <summary>Whatever is done to the ledger behind its back is found: 1,000 tamperings of every kind, at places of chance.</summary>
public sealed class TamperingTests(ITestOutputHelper output)
{
    private const int Cases = 1_000;
    private const int Commits = 60;
    private const int CommitsACheckpoint = 7;

    private static readonly string[] Kinds =
    [
        "edit of a body", "edit of a hash", "edit of a time", "deletion", "insertion", "swap", "cut of the end", "history written anew",
        "history written anew and signed by another key", "checkpoint deleted", "checkpoint's root edited", "checkpoint's signature edited", "checkpoint moved",
    ];

    [Fact]
    public async Task Every_tampering_is_found()
    {
        var seed = Environment.GetEnvironmentVariable("AGENCYGRAPH_FAULT_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"AGENCYGRAPH_FAULT_SEED={seed}");
        var chance = new Random(seed);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var whole = Make(key);
        var witnessed = whole.Checkpoints.Select(checkpoint => checkpoint.ToString()).ToArray();
        Assert.Empty((await ExamineAsync(whole, key, witnessed)).Findings);
        Assert.Equal(Commits - (Commits % CommitsACheckpoint), (await ExamineAsync(whole, key, witnessed)).Covered);

        for (var i = 0; i < Cases; i++)
        {
            var kind = Kinds[i % Kinds.Length];
            var tampered = whole.Copy();
            Tamper(tampered, kind, chance);
            Assert.True((await ExamineAsync(tampered, key, witnessed)).Findings.Count > 0, $"Not found: {kind}, case {i}.");
        }
    }

    [Theory]
    [InlineData("history written anew")]
    [InlineData("cut of the end")]
    public async Task Without_a_witness_the_checkpoints_find_it_as_long_as_they_are_there(string kind)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var tampered = Make(key);
        Tamper(tampered, kind, new Random(1));
        Assert.NotEmpty((await ExamineAsync(tampered, key, [])).Findings);
    }

    private static KeptCommits Make(ECDsa key)
    {
        var (kept, tree, before) = (new KeptCommits(), new MerkleTree(), Chain.Start);
        for (var position = 1; position <= Commits; position++)
        {
            var body = LedgerEncoding.Encode(Samples.Reading(Guid.NewGuid()), DateTime.UnixEpoch.AddSeconds(position), child => child);
            var group = new LedgerGroup(position, position * 1_000, body, Chain.Hash(before, position, position * 1_000, body));
            kept.Groups.Add(group);
            tree.Add(before = group.Hash);
            if (position % CommitsACheckpoint == 0)
                kept.Checkpoints.Add(Sign(key, position, tree.Root()));
        }

        return kept;
    }

    private static Checkpoint Sign(ECDsa key, long position, byte[] root)
        => new(position, 1, root, CheckpointKey.IdOf(key), key.SignData(Checkpoint.Signed(position, 1, root), HashAlgorithmName.SHA256));

    private static void Tamper(KeptCommits kept, string kind, Random chance)
    {
        var (groups, checkpoints) = (kept.Groups, kept.Checkpoints);
        // What came after the last checkpoint is held by the chain alone: whoever can write the whole of it anew can do that to it.
        var at = chance.Next(Commits - (Commits % CommitsACheckpoint));
        var mark = chance.Next(checkpoints.Count);
        switch (kind)
        {
            case "edit of a body":
                groups[at] = groups[at] with { Body = Flipped(groups[at].Body, chance) };
                break;
            case "edit of a hash":
                groups[at] = groups[at] with { Hash = Flipped(groups[at].Hash, chance) };
                break;
            case "edit of a time":
                groups[at] = groups[at] with { WrittenAt = groups[at].WrittenAt + chance.Next(1, 100_000) };
                break;
            case "deletion":
                groups.RemoveAt(at);
                break;
            case "insertion":
                groups.Insert(at, groups[chance.Next(groups.Count)]);
                break;
            case "swap":
                var other = (at + chance.Next(1, Commits - 1)) % Commits;
                (groups[at], groups[other]) = (groups[at] with { Body = groups[other].Body }, groups[other] with { Body = groups[at].Body });
                break;
            case "cut of the end":
                groups.RemoveRange(at, groups.Count - at);
                break;
            case "history written anew":
                kept.WriteAnew(at, Flipped(groups[at].Body, chance));
                break;
            case "history written anew and signed by another key":
                kept.WriteAnew(at, Flipped(groups[at].Body, chance));
                using (var another = ECDsa.Create(ECCurve.NamedCurves.nistP256))
                    kept.SignAnew(position => Sign(another, position, kept.RootAt(position)));
                break;
            case "checkpoint deleted":
                checkpoints.RemoveAt(mark);
                break;
            case "checkpoint's root edited":
                checkpoints[mark] = checkpoints[mark] with { Root = Flipped(checkpoints[mark].Root, chance) };
                break;
            case "checkpoint's signature edited":
                checkpoints[mark] = checkpoints[mark] with { Signature = Flipped(checkpoints[mark].Signature, chance) };
                break;
            case "checkpoint moved":
                checkpoints[mark] = checkpoints[mark] with { Position = checkpoints[mark].Position + chance.Next(1, CommitsACheckpoint) };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such tampering.");
        }
    }

    private static byte[] Flipped(byte[] bytes, Random chance)
    {
        var flipped = bytes.ToArray();
        flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
        return flipped;
    }

    private static Task<LedgerReport> ExamineAsync(ILedgerStore kept, ECDsa key, IReadOnlyList<string> witnessed)
        => new LedgerExamination(kept, new Dictionary<string, ECDsa> { [CheckpointKey.IdOf(key)] = key }, witnessed).RunAsync(CancellationToken.None);
}
