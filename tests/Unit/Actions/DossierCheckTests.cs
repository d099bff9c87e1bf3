using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class DossierCheckTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Check_AsRecorded_FindsNothing()
    {
        var check = new DossierCheck();
        Array.ForEach(Dossier(), check.Take);
        Assert.Empty(check.End());
        Assert.Equal((8, 3), (check.Entries, check.Chains));
    }

    [Fact]
    public void Check_OneByteOfAnyEntryFlipped_FindsThatEntry() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 6], Gen.Int[0, 1_000])
            .Sample(
                (at, member, place) =>
                {
                    var dossier = Dossier();
                    var before = dossier[at];
                    dossier[at] = Flipped(before, member, place);
                    if (dossier[at] == before)
                    {
                        return;
                    }

                    var faults = Faults(dossier);
                    Assert.Contains(faults, fault => fault.Lane == before.Lane && fault.Sequence >= before.Sequence - 1);
                }
            );

    [Fact]
    public void Check_AnEntryLeftOut_FindsTheGapOrTheMissingResults() =>
        Gen.Int[0, 6].Sample(left => Assert.NotEmpty(Faults([.. Dossier().Where((_, i) => i != left)])));

    [Fact]
    public void Check_TheLastEntryOfALaneLeftOut_FindsThatResultsAreMissing() =>
        Assert.Equal([new DossierFault(null, 3, DossierFaultKind.Results)], Faults([.. Dossier().Where((_, i) => i != 5)]));

    [Fact]
    public void Check_TwoEntriesExchanged_FindsIt()
    {
        var dossier = Dossier();
        (dossier[2], dossier[3]) = (dossier[3], dossier[2]);
        Assert.NotEmpty(Faults(dossier));
    }

    private static IReadOnlyList<DossierFault> Faults(DossierEntry[] dossier)
    {
        var check = new DossierCheck();
        Array.ForEach(dossier, check.Take);
        return check.End();
    }

    private static DossierEntry Flipped(DossierEntry entry, int member, int place) =>
        member switch
        {
            0 => entry with { Sequence = entry.Sequence + 1 },
            1 => entry with { At = entry.At.AddMicroseconds(1) },
            2 => entry with { Type = Flip(entry.Type, place) },
            3 => entry.ControlRoom is null ? entry : entry with { ControlRoom = Flip(entry.ControlRoom, place) },
            4 => entry with { Data = Flip(entry.Data, place) },
            5 => entry with { PreviousHash = FlipHex(entry.PreviousHash, place) },
            _ => entry with { Hash = FlipHex(entry.Hash, place) },
        };

    private static string Flip(string text, int place)
    {
        var letters = text.ToCharArray();
        letters[place % letters.Length] ^= '\u0001';
        return new string(letters);
    }

    private static string FlipHex(string hex, int place)
    {
        var bytes = Convert.FromHexString(hex);
        bytes[place % bytes.Length] ^= 1;
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>An action with two lanes, in order of time: the last of the action's own entries says how it came out.</summary>
    private static DossierEntry[] Dossier()
    {
        var heads = new Dictionary<int, (long Sequence, byte[] Hash)>();
        var results = new Dictionary<DeliveryResult, int> { [DeliveryResult.Heard] = 2, [DeliveryResult.Busy] = 1 };
        return
        [
            Entry(-1, ActionEventType.Drafted, new { Kind = "theft" }),
            Entry(-1, ActionEventType.Started, new StartedData(1, 2, 1, 1, 3)),
            Entry(0, LaneLogType.Selected, new { Band = 0 }),
            Entry(0, LaneLogType.Ended, new { Result = DeliveryResult.Heard }),
            Entry(1, LaneLogType.Ended, new { Result = DeliveryResult.Heard }),
            Entry(1, LaneLogType.Settled, new { Result = DeliveryResult.Busy }),
            Entry(-1, ActionEventType.WaveCompleted, new WaveCompletedData(3, 2, results)),
            Entry(-1, ActionEventType.Stopped, new StoppedData(2, "klaar")),
        ];

        DossierEntry Entry(int lane, string type, object data)
        {
            var (sequence, head) = heads.GetValueOrDefault(lane, (0, HashChain.Origin));
            var json = ActionEventData.Write(data);
            var (room, dispatcher) = lane < 0 ? ("deventer", "d-17") : (null, null);
            var hash = HashChain.Next(head, sequence + 1, At, type, room ?? "", dispatcher ?? "", json);
            heads[lane] = (sequence + 1, hash);
            return new DossierEntry
            {
                Lane = lane < 0 ? null : lane,
                Sequence = sequence + 1,
                At = At,
                Type = type,
                ControlRoom = room,
                Dispatcher = dispatcher,
                Data = json,
                PreviousHash = Convert.ToHexStringLower(head),
                Hash = Convert.ToHexStringLower(hash),
            };
        }
    }
}
