using System.Buffers;
using System.IO.Pipelines;
using Burgernet.Smpp.Codec;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>The reading loop of a connection: cuts what comes into PDUs and hands them over, as many as one read brought at a time.</summary>
/// <param name="stream">Where from.</param>
/// <param name="link">Who takes them.</param>
internal sealed class LinkReader(Stream stream, SmppLink link)
{
    private const int BufferSize = 65_536;
    private const int SmallestRead = 8_192;

    private readonly PipeReader _reader = PipeReader.Create(
        stream,
        new StreamPipeReaderOptions(bufferSize: BufferSize, minimumReadSize: SmallestRead, leaveOpen: true)
    );

    /// <summary>Where a PDU is put together that lies in two buffers.</summary>
    private byte[] _scratch = new byte[1_024];

    /// <summary>Reads until the connection ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var result = await _reader.ReadAsync();
                var end = Take(result.Buffer, out var isOver);
                _reader.AdvanceTo(end, result.Buffer.End);
                if (isOver || result.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection ended under the read; why is known by who ended it, or by nobody.
        }

        link.OnReadEnded();
        await _reader.CompleteAsync();
    }

    private SequencePosition Take(ReadOnlySequence<byte> buffer, out bool isOver)
    {
        isOver = false;
        var reader = new SequenceReader<byte>(buffer);
        var before = link.BeginBatch();
        while (
            !isOver
            && PduReader.TryRead(ref reader, PduReader.LongestPdu, out var header, out var body, out var fault) | fault != PduFault.None
        )
        {
            isOver = fault != PduFault.None;
            if (isOver)
            {
                link.OnBroken(header, fault);
            }
            else
            {
                link.OnPdu(header, Whole(body));
            }
        }

        link.EndBatch(before);
        return reader.Position;
    }

    private ReadOnlySpan<byte> Whole(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return body.FirstSpan;
        }

        var length = (int)body.Length;
        if (_scratch.Length < length)
        {
            _scratch = new byte[length];
        }

        body.CopyTo(_scratch);
        return _scratch.AsSpan(0, length);
    }
}
