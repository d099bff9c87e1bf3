using System.Buffers;
using System.Text;
using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

public sealed class PduTests
{
    public static TheoryData<CommandId> Commands => [.. Enum.GetValues<CommandId>().Where(id => id != CommandId.None)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Pdu_OfEachKind_ReadsWithoutFault(CommandId id)
    {
        var octets = SamplePdus.Of(id);
        var header = PduHeader.Read(octets);
        Assert.Equal(new PduHeader((uint)octets.Length, id, CommandStatus.Ok, 7), header);
        Assert.Equal(PduFault.None, PduReader.Examine(id, octets.AsSpan(PduHeader.Size)));
        Assert.True(id.IsKnown());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Pdu_CutAnywhereOrGrown_HasAFaultOrIsWhole(CommandId id)
    {
        var body = SamplePdus.Of(id).AsSpan(PduHeader.Size);
        var faults = 0;
        for (var length = 0; length < body.Length; length++)
        {
            faults += PduReader.Examine(id, body[..length]) == PduFault.None ? 0 : 1;
        }

        // Without a body a response is one; without, or with some of, its optional parameters each is.
        Assert.True(faults >= Math.Max(0, body.Length - 3), $"{id}: {faults} of {body.Length} cuts were noticed");
    }

    [Fact]
    public void SubmitSm_OfTheSpecificationsTable_HasThoseOctets()
    {
        // §4.4.1 field by field.
        const string hex =
            "0000004A000000040000000000000007434D540005004275726765726E657400010133313939313030353637380003010230303030303030313030303030303052003030303030303032303030303030305200";
        var octets = Convert.ToHexString(SamplePdus.Of(CommandId.SubmitSm));
        Assert.Equal(hex[8..], octets[8..hex.Length]);
        Assert.EndsWith("010101030C4B696E64207665726D697374020400021234140100" + "0676656E646F72", octets, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_WithAnyFields_RoundTrips() =>
        Gen.Select(
                Gen.Char[' ', '~'].Array[0, 20].Select(letters => new string(letters)),
                Gen.Byte.Array[0, 254],
                Gen.Byte,
                Gen.UInt[1, 0x7FFFFFFF],
                Gen.Byte.Array[0, 300]
            )
            .Sample(
                (digits, text, octet, sequence, value) =>
                {
                    var tlvs = new byte[400];
                    var size = Tlv.Write(tlvs, (TlvTag)(0x1400 + octet), value);
                    var written = new MessagePdu
                    {
                        Source = new AddressField((TypeOfNumber)octet, (NumberingPlan)octet, Encoding.ASCII.GetBytes(digits)),
                        EsmClass = (EsmClass)octet,
                        DataCoding = (DataCoding)octet,
                        ShortMessage = text,
                        Tlvs = new TlvList(tlvs.AsSpan(0, size)),
                    };
                    var room = new byte[1_024];
                    Assert.True(written.TryWrite(room, CommandId.DeliverSm, sequence, out var length));
                    Assert.Equal(sequence, PduHeader.Read(room).Sequence);
                    Assert.True(MessagePdu.TryRead(room.AsSpan(PduHeader.Size, length - PduHeader.Size), out var read, out _));
                    Assert.Equal(digits, read.Source.ToAddress().Digits);
                    Assert.Equal((EsmClass)octet, read.EsmClass);
                    Assert.Equal(text, read.ShortMessage.ToArray());
                    Assert.True(read.Tlvs.TryFind((TlvTag)(0x1400 + octet), out var kept));
                    Assert.Equal(value, kept.ToArray());
                }
            );

    [Fact]
    public void Stream_SplitAnywhere_GivesTheSamePdus()
    {
        var stream = SamplePdus.All.SelectMany(octets => octets).ToArray();
        for (var split = 0; split <= stream.Length; split++)
        {
            var first = new Piece(stream.AsMemory(0, split));
            var whole = new ReadOnlySequence<byte>(first, 0, first.Then(stream.AsMemory(split)), stream.Length - split);
            var reader = new SequenceReader<byte>(whole);
            foreach (var expected in SamplePdus.All)
            {
                Assert.True(PduReader.TryRead(ref reader, PduReader.LongestPdu, out var header, out var body, out _));
                Assert.Equal(PduHeader.Read(expected), header);
                Assert.True(expected.AsSpan(PduHeader.Size).SequenceEqual(body.ToArray()));
            }

            Assert.True(reader.End);
        }
    }

    [Fact]
    public void Stream_ThatEndsInsideAPdu_NeedsMore()
    {
        var octets = SamplePdus.Of(CommandId.SubmitSm);
        for (var length = 0; length < octets.Length; length++)
        {
            var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(octets, 0, length));
            Assert.False(PduReader.TryRead(ref reader, PduReader.LongestPdu, out _, out _, out var fault));
            Assert.Equal((PduFault.None, 0L), (fault, reader.Consumed));
        }
    }

    [Theory]
    [InlineData(0u, PduFault.LengthTooSmall)]
    [InlineData(15u, PduFault.LengthTooSmall)]
    [InlineData(70_001u, PduFault.LengthTooLarge)]
    [InlineData(uint.MaxValue, PduFault.LengthTooLarge)]
    public void Length_ThatCannotBe_EndsTheStream(uint length, PduFault expected)
    {
        var octets = new byte[PduHeader.Size];
        new PduHeader(length, CommandId.SubmitSm, CommandStatus.Ok, 9).Write(octets);
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(octets));
        Assert.False(PduReader.TryRead(ref reader, PduReader.LongestPdu, out var header, out _, out var fault));
        Assert.Equal((expected, 9u, true), (fault, header.Sequence, fault.EndsConnection()));
    }

    [Fact]
    public void Writer_WithTooMuchOrTooLittleRoom_WritesNothing()
    {
        var room = new byte[512];
        Assert.False(new OutbindPdu { SystemId = "0123456789012345"u8 }.TryWrite(room, 1, out _));
        Assert.True(new OutbindPdu { SystemId = "012345678901234"u8 }.TryWrite(room, 1, out var length));
        Assert.False(new OutbindPdu { SystemId = "a\0b"u8 }.TryWrite(room, 1, out _));
        Assert.False(new MessagePdu { ShortMessage = new byte[255] }.TryWrite(room, CommandId.SubmitSm, 1, out _));
        Assert.False(new OutbindPdu { SystemId = "012345678901234"u8 }.TryWrite(room.AsSpan(0, length - 1), 1, out _));
        Assert.False(new OutbindPdu().TryWrite(room.AsSpan(0, 3), 1, out var none));
        Assert.Equal(0, none);
    }

    [Fact]
    public void SubmitMulti_WithAddressesAndLists_IsWalkedOver()
    {
        var octets = SamplePdus.Of(CommandId.SubmitMulti);
        Assert.True(SubmitMultiPdu.TryRead(octets.AsSpan(PduHeader.Size), out var pdu, out _));
        var seen = new List<string>();
        var walk = pdu.Destinations.GetEnumerator();
        while (walk.MoveNext())
        {
            seen.Add($"{walk.IsDistributionList} {Encoding.ASCII.GetString(walk.Current.Digits)}");
        }

        Assert.Equal("False 31991005678, True friends", string.Join(", ", seen));
    }

    [Fact]
    public void SubmitMultiResp_WithFailures_IsWalkedOver()
    {
        var octets = SamplePdus.Of(CommandId.SubmitMultiResp);
        Assert.True(SubmitMultiResponsePdu.TryRead(octets.AsSpan(PduHeader.Size), out var pdu, out _));
        var walk = pdu.Unsuccessful.GetEnumerator();
        Assert.True(walk.MoveNext());
        Assert.Equal((CommandStatus.InvalidDestination, "31991005678"), (walk.Status, walk.Current.ToAddress().Digits));
        Assert.False(walk.MoveNext());
    }

    [Fact]
    public void Payload_InAParameter_IsTheMessage()
    {
        var tlvs = new byte[1_200];
        var size = Tlv.Write(tlvs, TlvTag.MessagePayload, new byte[1_000]);
        Assert.Equal(
            1_000,
            new MessagePdu { Tlvs = new TlvList(tlvs.AsSpan(0, size)) }
                .Payload
                .Length
        );
    }

    [Fact]
    public void Tlvs_OfTheSpecification_AreAllKnownByName()
    {
        var names = Enum.GetValues<TlvTag>()
            .Where(tag => tag != TlvTag.None)
            .Select(tag => TlvDefinition.TryFind(tag, out var definition) ? definition.Name : "")
            .ToArray();
        Assert.Equal(44, names.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("", names, StringComparer.Ordinal);
        Assert.False(TlvDefinition.TryFind((TlvTag)0x1401, out _));
        Assert.False(new Tlv(TlvTag.MessageState, [1, 2]).HasValidLength);
        Assert.True(new Tlv((TlvTag)0x1401, new byte[999]).HasValidLength);
    }

    [Fact]
    public void Statuses_OfTheSpecification_HaveTheirNames()
    {
        Assert.All(Enum.GetValues<CommandStatus>(), status => Assert.StartsWith("ESME_R", status.Name(), StringComparison.Ordinal));
        Assert.Equal("0x00000400", ((CommandStatus)0x400).Name());
        Assert.True(CommandStatus.Throttled.AsksToSlowDown() && CommandStatus.QueueFull.AsksToSlowDown());
        Assert.False(CommandStatus.InvalidDestination.IsTemporary());
    }

    [Fact]
    public void Address_AsText_IsMasked()
    {
        Assert.Equal("*********78", SmppAddress.International("+31991005678").ToString());
        Assert.Equal("Burgernet", SmppAddress.Alphanumeric("Burgernet").ToString());
        Assert.Equal("**", default(SmppAddress).ToString());
    }

    [Fact]
    public void MessageIds_WithTheSameOctets_AreEqual()
    {
        Assert.Equal(new MessageId("abc"), new MessageId("abc"u8));
        Assert.NotEqual(new MessageId("abc"), new MessageId("abcd"));
        Assert.Equal(new MessageId("abc").GetHashCode(), new MessageId("abc"u8).GetHashCode());
        Assert.Throws<ArgumentException>(() => new MessageId(new byte[65]));
        Assert.True(default(MessageId).IsEmpty);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Piece Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
