using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Benchmarks.Storage;

/// <summary>One lane as its grain would write it: a step at a time, each waiting for the one before, every row with its entry in the chain.</summary>
/// <param name="store">Where.</param>
/// <param name="action">Of which action.</param>
/// <param name="lane">Which lane.</param>
/// <param name="people">Its participants.</param>
internal sealed class LaneLoad(ILaneStore store, Guid action, int lane, Guid[] people)
{
    private const string Incarnation = "S127.0.0.1:11111:1";

    private long _sequence;
    private byte[] _head = HashChain.Origin;
    private int _claimed;

    /// <summary>Stores all its deliveries, as a selection does.</summary>
    public async Task Select(int perStep, StepTimes times)
    {
        var now = HashChain.Now(TimeProvider.System);
        foreach (var some in people.Chunk(perStep))
        {
            var rows = Array.ConvertAll(some, person => new DeliveryRow(person, 1, Burgernet.Participants.Language.Dutch, 0, now));
            await Store(
                new LaneWrite
                {
                    ActionId = action,
                    Lane = lane,
                    Deliveries = rows,
                    Log = Entries(LaneLogType.Selected, 1, now),
                },
                some.Length,
                times
            );
        }
    }

    /// <summary>Claims attempts, so many a step, until time or people run out.</summary>
    public async Task Claim(int perStep, StepTimes times)
    {
        while (times.Goes && _claimed < people.Length)
        {
            var now = HashChain.Now(TimeProvider.System);
            var some = people[_claimed..Math.Min(_claimed + perStep, people.Length)];
            _claimed += some.Length;
            var rows = Array.ConvertAll(
                some,
                person =>
                {
                    var nonce = Guid.NewGuid();
                    return new ClaimRow(
                        person,
                        1,
                        1,
                        "practice",
                        Incarnation,
                        nonce.ToString("N"),
                        nonce,
                        1,
                        now,
                        now.AddSeconds(93),
                        Redial: false
                    );
                }
            );
            var result = await Store(
                new LaneWrite
                {
                    ActionId = action,
                    Lane = lane,
                    Claims = rows,
                    Log = Entries(LaneLogType.Claimed, rows.Length, now),
                },
                some.Length,
                times
            );
            if (result.Granted.Count != some.Length)
            {
                throw new InvalidOperationException($"{result.Refused.Count} claims were refused");
            }
        }
    }

    /// <summary>Reports the end of the claimed attempts, so many a step.</summary>
    public async Task Report(int perStep, StepTimes times)
    {
        foreach (var some in people[.._claimed].Chunk(perStep))
        {
            if (!times.Goes)
            {
                return;
            }

            var now = HashChain.Now(TimeProvider.System);
            await Store(
                new LaneWrite
                {
                    ActionId = action,
                    Lane = lane,
                    Attempts = Array.ConvertAll(
                        some,
                        person => new AttemptRow(person, 1, 1, now, now, now, CallEnd.HungUpByUs, 200, "1", 8_000)
                    ),
                    Results = Array.ConvertAll(some, person => new ResultRow(person, 1, DeliveryResult.Confirmed, true, now)),
                    Log = Entries(LaneLogType.Ended, some.Length, now),
                },
                some.Length,
                times
            );
        }
    }

    private async Task<LaneWriteResult> Store(LaneWrite write, int count, StepTimes times)
    {
        var began = TimeProvider.System.GetTimestamp();
        var result = await store.Write(write);
        times.Add(TimeProvider.System.GetElapsedTime(began), count);
        return result;
    }

    private LaneLogEntry[] Entries(string type, int count, DateTimeOffset at)
    {
        var entries = new LaneLogEntry[count];
        for (var i = 0; i < count; i++)
        {
            // As long as the entries of a real lane are.
            const string data =
                """{"participant":"01020304-0506-0708-0900-010203040506","attempt":1,"carrier":"practice","callId":"0102030405060708090a0b0c0d0e0f10"}""";
            var hash = HashChain.Next(_head, ++_sequence, at, type, "", "", data);
            entries[i] = new LaneLogEntry(_sequence, at, type, data, _head, hash);
            _head = hash;
        }

        return entries;
    }
}
