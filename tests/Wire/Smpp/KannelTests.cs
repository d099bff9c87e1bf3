using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>Our SMSC's side against Debian's Kannel as ESME.</summary>
public sealed class KannelTests
{
    [Fact]
    public async Task Texts_OfKannel_ArriveWhole_AndItsReceiptsGoBack()
    {
        var centre = new Centre();
        await using var server = SmppServer.Start(new SmppServerOptions(), centre);
        await using var kannel = await Kannel.Start(server.LocalEndPoint.Port);
        var septets = string.Concat(Enumerable.Repeat("Kind vermist: €5 [é] ", 18));
        var units = string.Concat(Enumerable.Repeat("Vermist: €5 Ж ", 12));

        await kannel.Send("31991005678", septets, coding: 0);
        await kannel.Send("31991054321", units, coding: 2);

        await Eventually.Holds("both texts are whole", () => centre.Messages.Count == 2, PeerProcess.Limit, () => kannel.Output);
        var first = centre.Messages.Single(one => one.Destination.Digits.EndsWith("678", StringComparison.Ordinal));
        Assert.Equal((septets, SegmentCounter.Measure(septets).Segments), (first.Text, first.Segments));
        var second = centre.Messages.Single(one => one.Destination.Digits.EndsWith("321", StringComparison.Ordinal));
        Assert.Equal((units, 3), (second.Text, second.Segments));
        Assert.All(centre.Segments, one => Assert.Equal(EsmClass.UserDataHeader | EsmClass.StoreAndForward, one.Class));
        Assert.Equal([DataCoding.SmscDefault, DataCoding.Ucs2], centre.Segments.Select(one => one.Coding).Distinct().Order());

        await Eventually.Holds(
            "Kannel tells of both receipts",
            () =>
                kannel.Asked.Count(one =>
                    one.StartsWith("/receipt?", StringComparison.Ordinal) && one.EndsWith("state=1", StringComparison.Ordinal)
                ) >= 2,
            PeerProcess.Limit,
            () => $"{string.Join('\n', kannel.Asked)} {kannel.Output}"
        );
        Assert.All(centre.Receipts, outcome => Assert.Equal(SubmitOutcome.Accepted, outcome));

        foreach (var segment in MessageSegments.Cut("Ik zie haar: €5 é", 1))
        {
            var reply = new SubmitRequest(segment)
            {
                Source = SmppAddress.International("31991005678"),
                Destination = new SmppAddress(TypeOfNumber.Abbreviated, NumberingPlan.Unknown, "1440"),
            };
            Assert.Equal(SubmitOutcome.Accepted, (await server.Sessions.Single().DeliverAsync(reply)).Outcome);
        }

        await Eventually.Holds(
            "Kannel tells of the reply",
            () => kannel.Asked.Any(one => one.EndsWith("text=Ik zie haar: €5 é", StringComparison.Ordinal)),
            PeerProcess.Limit,
            () => $"{string.Join('\n', kannel.Asked)} {kannel.Output}"
        );
    }
}
