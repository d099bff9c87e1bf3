using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>query_sm, cancel_sm or replace_sm about a message that was submitted.</summary>
/// <param name="command">Which of the three.</param>
/// <param name="id">The SMSC's name for it.</param>
/// <param name="request">Its source; for cancel_sm its destination, for replace_sm the new text too.</param>
internal readonly struct QueryBody(CommandId command, MessageId id, SubmitRequest request) : IRequestBody
{
    private readonly MessageId _id = id;
    private readonly SubmitRequest _request = request;

    public int Size => 256 + _request.ShortMessage.Length + PduHeader.Size;

    public ISubmitPermit? Permit => null;

    public bool TryWrite(Span<byte> room, out int written)
    {
        written = 0;
        Span<byte> name = stackalloc byte[MessageId.Longest];
        Span<byte> source = stackalloc byte[64];
        Span<byte> destination = stackalloc byte[64];
        _id.CopyTo(name);
        name = name[.._id.Length];
        if (
            !MessageBody.TryOctets(_request.Source.Digits, ref source)
            || !MessageBody.TryOctets(_request.Destination.Digits, ref destination)
        )
        {
            return false;
        }

        var from = new AddressField(_request.Source.Type, _request.Source.Plan, source);
        var to = new AddressField(_request.Destination.Type, _request.Destination.Plan, destination);
        Span<byte> validity = stackalloc byte[Text.SmppTime.Length];
        return command switch
        {
            CommandId.QuerySm => new QueryPdu { MessageId = name, Source = from }.TryWrite(room, 0, out written),
            CommandId.CancelSm => new CancelPdu
            {
                MessageId = name,
                Source = from,
                Destination = to,
            }.TryWrite(room, 0, out written),
            _ => new ReplacePdu
            {
                MessageId = name,
                Source = from,
                ValidityPeriod = validity[.._request.ValidityPeriod.Write(validity)],
                RegisteredDelivery = _request.RegisteredDelivery,
                ShortMessage = _request.ShortMessage.Span,
            }.TryWrite(room, 0, out written),
        };
    }
}
