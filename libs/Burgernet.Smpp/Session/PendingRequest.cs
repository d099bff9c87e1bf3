using System.Buffers.Binary;
using System.Threading.Tasks.Sources;

namespace Burgernet.Smpp.Session;

/// <summary>A request of ours until it is answered, and what its caller awaits. It is used again once the caller has the result.</summary>
internal sealed class PendingRequest(RequestWindow window) : IValueTaskSource<SubmitResult>
{
    private ManualResetValueTaskSourceCore<SubmitResult> _core;
    private byte[] _pdu = new byte[512];
    private int _length;
    private SubmitResult _result;

    /// <summary>Its sequence number, once it is sent.</summary>
    public uint Sequence { get; private set; }

    /// <summary>Grows each time it is used again, so that what remembers it knows.</summary>
    public int Generation { get; private set; }

    /// <summary>Whether it waits or is sent, and has no result yet.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Where it begins in all that is written on the connection; below zero while it waits.</summary>
    public long Position { get; set; }

    /// <summary>When it was sent.</summary>
    public long SentAt { get; set; }

    /// <summary>Where the body of the response is kept, for those whose response says more.</summary>
    public byte[]? Response { get; set; }

    /// <summary>Asked right before it is sent; null where nobody needs to be.</summary>
    public ISubmitPermit? Permit { get; private set; }

    /// <summary>The whole PDU.</summary>
    public ReadOnlySpan<byte> Pdu => _pdu.AsSpan(0, _length);

    public ValueTask<SubmitResult> Task => new(this, _core.Version);

    /// <summary>Begins it anew.</summary>
    /// <returns>False where the body does not write.</returns>
    public bool TryFill<T>(in T body)
        where T : struct, IRequestBody
    {
        if (_pdu.Length < body.Size)
        {
            _pdu = new byte[body.Size];
        }

        Generation++;
        Position = -1;
        Response = null;
        Permit = body.Permit;
        IsOpen = body.TryWrite(_pdu, out _length);
        _core.Reset();
        return IsOpen;
    }

    public void Number(uint sequence)
    {
        Sequence = sequence;
        BinaryPrimitives.WriteUInt32BigEndian(_pdu.AsSpan(12), sequence);
    }

    /// <summary>Gives it its result; the caller learns it by <see cref="Complete"/>.</summary>
    public void Settle(in SubmitResult result)
    {
        IsOpen = false;
        Permit = null;
        _result = result;
    }

    /// <summary>Lets the caller go on, on this thread.</summary>
    public void Complete() => _core.SetResult(_result);

    SubmitResult IValueTaskSource<SubmitResult>.GetResult(short token)
    {
        var result = _core.GetResult(token);
        window.Return(this);
        return result;
    }

    ValueTaskSourceStatus IValueTaskSource<SubmitResult>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<SubmitResult>.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);
}
