using System.Collections.Concurrent;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

public sealed class SmsAssemblyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    // Samples run side by side.
    private readonly ConcurrentDictionary<Guid, string> _texts = new();

    [Fact]
    public void Segments_InAnyOrder_MakeTheMessage() =>
        Gen.Select(Gen.Int[2, 9], Gen.Int[0, 1_000])
            .Sample(
                (total, seed) =>
                {
                    var segments = Enumerable.Range(1, total).Select(number => Segment(number, total, $"<{number}>", number)).ToArray();
                    new Random(seed).Shuffle(segments);
                    var group = Assert.Single(SmsAssembly.Groups(segments, Now, Limit));
                    Assert.True(group.IsReady);
                    Assert.Equal(string.Concat(Enumerable.Range(1, total).Select(n => $"<{n}>")), SmsAssembly.Join(group, Open).Text);
                },
                iter: 200
            );

    [Fact]
    public void Segments_CutBetweenTheHalvesOfACharacter_MakeItWhole()
    {
        var group = Assert.Single(SmsAssembly.Groups([Segment(1, 2, "a\ud83d", 1), Segment(2, 2, "\ude00b", 2)], Now, Limit));
        Assert.Equal("a😀b", SmsAssembly.Join(group, Open).Text);
    }

    [Fact]
    public void Message_WithoutItsRest_WaitsAndIsThenTakenWithGaps()
    {
        StoredSms[] rows = [Segment(1, 3, "een", 1), Segment(3, 3, "drie", 2)];
        Assert.False(Assert.Single(SmsAssembly.Groups(rows, Now.AddSeconds(180), Limit)).IsReady);
        var late = Assert.Single(SmsAssembly.Groups(rows, Now.AddSeconds(181), Limit));
        Assert.True(late.IsReady);
        Assert.Equal("een[…]drie", SmsAssembly.Join(late, Open).Text);
        Assert.Equal(rows[0].Id, late.Head.Id);
    }

    [Fact]
    public void Reference_UsedAgain_IsAnotherMessage()
    {
        StoredSms[] rows = [Segment(1, 2, "a", 1), Segment(1, 2, "c", 2), Segment(2, 2, "b", 3), Segment(2, 2, "d", 4)];
        var groups = SmsAssembly.Groups(rows, Now, Limit);
        Assert.Equal(["ab", "cd"], groups.Select(group => SmsAssembly.Join(group, Open).Text), StringComparer.Ordinal);

        StoredSms[] later = [Segment(1, 2, "a", 1), Segment(2, 2, "b", 300)];
        Assert.Equal(2, SmsAssembly.Groups(later, Now, Limit).Count);
    }

    [Fact]
    public void Messages_OfOneSender_KeepTheirOrderAndAreApart()
    {
        StoredSms[] rows =
        [
            Segment(1, 2, "a", 1),
            Segment(0, 0, "heel", 2),
            Segment(2, 2, "b", 3) with
            {
                To = "another",
            },
            Segment(0, 0, "stop", 4) with
            {
                State = SmsState.Decided,
            },
        ];
        var groups = SmsAssembly.Groups(rows, Now, Limit);
        Assert.Equal([false, true, false, true], groups.Select(group => group.IsReady));
        Assert.Equal([1, 1, 1, 1], groups.Select(group => group.Rows.Count));
    }

    [Fact]
    public void Content_SealedAndOpened_IsTheSame()
    {
        foreach (var text in new[] { "", "Rode jas", "half \ud83d", "😀 € \0" })
        {
            var content = new SmsContent("+31991000042", text);
            Assert.Equal(content, SmsContent.Read(content.ToBytes()));
        }

        Assert.Throws<InvalidDataException>(() => SmsContent.Read([]));
        Assert.Throws<InvalidDataException>(() => SmsContent.Read([5, 1]));
    }

    private SmsContent Open(StoredSms row) => new("+31991000042", _texts[row.Id]);

    private StoredSms Segment(int number, int total, string text, int seconds)
    {
        var row = new StoredSms
        {
            Id = Guid.NewGuid(),
            ReceivedAt = Now.AddSeconds(seconds),
            Carrier = "practice",
            Practice = true,
            To = "4411",
            Sender = new LookupHash(1, 2),
            Words = new LookupHash(3, (ulong)seconds),
            Part = total == 0 ? null : new InboundSmsPart(77, number, total),
        };
        _texts[row.Id] = text;
        return row;
    }
}
