using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Tests.Unit.Signalling;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>What a submit and a delivery allocate, both ends and all threads together, once the session is warm. Nothing else runs meanwhile.</summary>
[Collection(StreamAllocationTests.Alone)]
public sealed class SessionAllocationTests
{
    private const int Lanes = 50;
    private const int Each = 400;

    [Fact]
    public async Task Messages_SubmittedAndDelivered_AllocateNothing()
    {
        var centre = new Centre
        {
            Keeps = false,
            Answer = static (_, _, _) => new(new MessageAnswer(CommandStatus.Ok, new MessageId("0123456789"u8))),
        };
        await using var rig = await Rig.Start(options => options with { Window = 100 }, centre: centre);
        var session = rig.Session;
        rig.Desk.Keeps = false;
        var sms = Rig.Sms();
        await Round();

        // The runtime's own threads allocate a little now and then, and each round starts its lanes; what a message costs, it costs each time.
        const int Messages = Lanes * Each * 2;
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 8 && least >= Messages; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await Round();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.True(least < Messages, $"{least} bytes for {Messages} messages");

        async Task Round() => await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Lane()));

        async Task Lane()
        {
            for (var i = 0; i < Each; i++)
            {
                // Assertions allocate.
                if (
                    (await rig.Client.SubmitAsync(sms)).Outcome != SubmitOutcome.Accepted
                    || (await session.DeliverAsync(sms)).Outcome != SubmitOutcome.Accepted
                )
                {
                    throw new InvalidOperationException("A message was not accepted.");
                }
            }
        }
    }
}
