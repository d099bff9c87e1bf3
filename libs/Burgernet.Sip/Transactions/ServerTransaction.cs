using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Transactions;

/// <summary>A server transaction's record, RFC 3261 §17.2. Records are used again.</summary>
internal sealed class ServerTransaction(int index)
{
    private byte[] _request = [];
    private int _requestLength;
    private byte[] _response = [];
    private int _responseLength;

    public int Index { get; } = index;

    public uint Generation { get; set; }

    public ServerState State { get; set; }

    public SipMethod Method { get; set; }

    public ulong Key { get; set; }

    /// <summary>Retransmissions of the response so far.</summary>
    public int Step { get; set; }

    /// <summary>The 2xx to an INVITE was acknowledged.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>CSeq number of the request: the ACK of a 2xx carries the same (§13.2.2.4).</summary>
    public uint Sequence { get; set; }

    /// <summary>The incoming call whose INVITE or re-INVITE this is, while both live.</summary>
    public IncomingCall? Call { get; set; }

    /// <summary>The placed call whose peer sent this re-INVITE, while both live.</summary>
    public OutgoingCall? Placed { get; set; }

    /// <summary>Where the request came from.</summary>
    public Hop Source { get; set; }

    /// <summary>Where its responses go.</summary>
    public Hop Destination { get; set; }

    /// <summary>The request, kept to build later responses from.</summary>
    public ReadOnlySpan<byte> Request => _request.AsSpan(0, _requestLength);

    public ReadOnlySpan<byte> Response => _response.AsSpan(0, _responseLength);

    public void KeepRequest(ReadOnlySpan<byte> request) => Keep(ref _request, ref _requestLength, request);

    public void KeepResponse(ReadOnlySpan<byte> response) => Keep(ref _response, ref _responseLength, response);

    public void Reset(ulong key, SipMethod method)
    {
        Key = key;
        Method = method;
        State = ServerState.Proceeding;
        Step = 0;
        IsAcknowledged = false;
        Sequence = 0;
        _requestLength = 0;
        _responseLength = 0;
    }

    private static void Keep(ref byte[] buffer, ref int length, ReadOnlySpan<byte> text)
    {
        if (buffer.Length < text.Length)
        {
            buffer = new byte[(text.Length + 127) & ~127];
        }

        text.CopyTo(buffer);
        length = text.Length;
    }
}
