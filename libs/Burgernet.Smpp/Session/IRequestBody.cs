namespace Burgernet.Smpp.Session;

/// <summary>A request that can write itself. Its sequence number is put in when it is sent.</summary>
internal interface IRequestBody
{
    /// <summary>Room that is enough, header included.</summary>
    int Size { get; }

    /// <summary>Asked right before it is sent; null where nobody needs to be.</summary>
    ISubmitPermit? Permit { get; }

    /// <summary>Writes the whole PDU.</summary>
    /// <returns>False where a value does not fit its field.</returns>
    bool TryWrite(Span<byte> room, out int written);
}
