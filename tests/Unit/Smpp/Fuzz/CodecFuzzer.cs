using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Tests.Unit.Smpp.Fuzz;

/// <summary>Broken PDUs into the codec and the readers of text, receipts and times. The same for a seed.</summary>
/// <param name="seed">Seed.</param>
/// <param name="samples">PDUs to start from.</param>
internal sealed class CodecFuzzer(int seed, IReadOnlyList<byte[]> samples)
{
    private static readonly byte[][] Tokens =
    [
        [0x04, 0x24, 0xFF, 0xFF],
        [0x04, 0x27, 0x00, 0x01],
        [0x00, 0x1E, 0x00, 0x41],
        [0x05, 0x00, 0x03],
        [0x06, 0x08, 0x04],
        [0xFF, 0xFF, 0xFF, 0xFF],
        [0x00, 0x00, 0x00, 0x10],
        Encoding.ASCII.GetBytes("id:1 stat:DELIVRD err:"),
        Encoding.ASCII.GetBytes("done date:"),
        Encoding.ASCII.GetBytes("000000010000000R\0"),
        [0x1B, 0x1B],
        [0xD8, 0x3D],
        new byte[32],
    ];

    private readonly Random _random = new(seed);
    private readonly byte[] _buffer = new byte[4_096];
    private readonly MessageAssembler _assembler = new(TimeProvider.System, TimeSpan.FromDays(1), capacity: 256);

    /// <summary>Runs; that it returns means that nothing threw.</summary>
    /// <param name="inputs">PDUs.</param>
    public FuzzCount Run(long inputs)
    {
        var count = new FuzzCount();
        for (long i = 0; i < inputs; i++)
        {
            var length = Next();
            Read(_buffer.AsMemory(0, length), ref count);
        }

        return count with
        {
            Waiting = _assembler.Waiting,
        };
    }

    /// <summary>The next broken PDU, for a session.</summary>
    public byte[] Broken() => _buffer[..Next()];

    private int Next()
    {
        var sample = samples[_random.Next(samples.Count)];
        sample.CopyTo(_buffer, 0);
        var length = sample.Length;
        for (var wounds = _random.Next(1, 6); wounds > 0; wounds--)
        {
            length = Wound(length);
        }

        if (_random.Next(4) != 0 && length >= PduHeader.Size)
        {
            // Mostly a length that fits, so that the body is reached.
            BinaryPrimitives.WriteUInt32BigEndian(_buffer, (uint)length);
        }

        return length;
    }

    private int Wound(int length)
    {
        var at = _random.Next(length);
        switch (_random.Next(6))
        {
            case 0:
                _buffer[at] = (byte)_random.Next(256);
                return length;
            case 1:
                var cut = Math.Min(_random.Next(1, 20), length - at);
                _buffer.AsSpan(at + cut, length - at - cut).CopyTo(_buffer.AsSpan(at));
                return Math.Max(1, length - cut);
            case 2:
                var token = Tokens[_random.Next(Tokens.Length)];
                if (length + token.Length > _buffer.Length)
                {
                    return length;
                }

                _buffer.AsSpan(at, length - at).CopyTo(_buffer.AsSpan(at + token.Length));
                token.CopyTo(_buffer, at);
                return length + token.Length;
            case 3:
                _buffer[at] ^= (byte)(1 << _random.Next(8));
                return length;
            case 4:
                var other = samples[_random.Next(samples.Count)];
                var count = Math.Min(Math.Min(_random.Next(1, 40), other.Length), length - at);
                other.AsSpan(_random.Next(other.Length - count + 1), count).CopyTo(_buffer.AsSpan(at));
                return length;
            default:
                return _random.Next(4) == 0 ? at + 1 : length;
        }
    }

    private void Read(ReadOnlyMemory<byte> octets, ref FuzzCount count)
    {
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(octets));
        while (PduReader.TryRead(ref reader, PduReader.LongestPdu, out var header, out var body, out var fault))
        {
            fault = PduReader.Examine(header.Command, body.FirstSpan);
            count = fault == PduFault.None ? count with { Read = count.Read + 1 } : count with { Refused = count.Refused + 1 };
            if (fault == PduFault.None)
            {
                Use(header.Command, body.FirstSpan, ref count);
            }
        }
    }

    private void Use(CommandId command, ReadOnlySpan<byte> body, ref FuzzCount count)
    {
        switch (command)
        {
            case CommandId.SubmitSm or CommandId.DeliverSm when MessagePdu.TryRead(body, out var message, out _):
                UseMessage(message, ref count);
                break;
            case CommandId.SubmitMulti when SubmitMultiPdu.TryRead(body, out var multi, out _):
                var walk = multi.Destinations.GetEnumerator();
                var seen = 0;
                while (walk.MoveNext())
                {
                    seen++;
                }

                Check(seen == multi.Destinations.Count, "a destination was lost");
                break;
            case CommandId.QuerySmResp when QueryResponsePdu.TryRead(body, out var state, out _):
                _ = SmppTime.TryParse(state.FinalDate, out _);
                break;
            default:
                break;
        }
    }

    private void UseMessage(in MessagePdu message, ref FuzzCount count)
    {
        if (_assembler.Take(message) is not null)
        {
            count = count with { Messages = count.Messages + 1 };
        }

        if (DeliveryReceipt.Read(message) is not null)
        {
            count = count with { Receipts = count.Receipts + 1 };
        }

        _ = SmppTime.TryParse(message.ValidityPeriod, out _);

        // What was read can be written, and reads the same.
        Span<byte> again = stackalloc byte[_buffer.Length + 64];
        Check(message.TryWrite(again, CommandId.SubmitSm, 1, out var length), "what was read could not be written");
        Check(MessagePdu.TryRead(again[PduHeader.Size..length], out var copy, out _), "what was written could not be read");
        Check(copy.ShortMessage.SequenceEqual(message.ShortMessage), "the message changed on its way");
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }
}
