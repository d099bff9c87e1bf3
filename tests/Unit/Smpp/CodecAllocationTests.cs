using System.Buffers;
using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class CodecAllocationTests
{
    [Fact]
    public void Pdus_ReadAndWritten_AllocateNothing()
    {
        var stream = SamplePdus.All.SelectMany(octets => octets).ToArray();
        var room = new byte[1_024];
        var read = 0L;
        Turn();
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 3 && least > 0; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
            {
                Turn();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.True(read >= 1_001 * SamplePdus.All.Count);

        void Turn()
        {
            var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(stream));
            while (PduReader.TryRead(ref reader, PduReader.LongestPdu, out var header, out var body, out _))
            {
                read += PduReader.Examine(header.Command, body.FirstSpan) == PduFault.None ? 1 : 0;
                if (header.Command == CommandId.SubmitSm && MessagePdu.TryRead(body.FirstSpan, out var message, out _))
                {
                    read += message.TryWrite(room, CommandId.DeliverSm, header.Sequence, out _) && !new MessageId("x"u8).IsEmpty ? 1 : 0;
                }
            }
        }
    }
}
