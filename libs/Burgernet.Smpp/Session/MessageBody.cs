using System.Text;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Smpp.Session;

/// <summary>submit_sm, deliver_sm or data_sm, made from what the caller gives.</summary>
/// <param name="command">Which.</param>
/// <param name="request">The SMS.</param>
internal readonly struct MessageBody(CommandId command, SubmitRequest request) : IRequestBody
{
    /// <summary>All fields but message and parameters, at their largest.</summary>
    private const int MostOfFields = 256;
    private const int LongestText = 64;

    private readonly SubmitRequest _request = request;

    public int Size => MostOfFields + _request.ShortMessage.Length + _request.Tlvs.Length + PduHeader.Size;

    public ISubmitPermit? Permit => _request.Permit;

    public bool TryWrite(Span<byte> room, out int written)
    {
        written = 0;
        Span<byte> service = stackalloc byte[LongestText];
        Span<byte> source = stackalloc byte[LongestText];
        Span<byte> destination = stackalloc byte[LongestText];
        Span<byte> schedule = stackalloc byte[SmppTime.Length];
        Span<byte> validity = stackalloc byte[SmppTime.Length];
        if (
            !TryOctets(_request.ServiceType, ref service)
            || !TryOctets(_request.Source.Digits, ref source)
            || !TryOctets(_request.Destination.Digits, ref destination)
        )
        {
            return false;
        }

        var from = new AddressField(_request.Source.Type, _request.Source.Plan, source);
        var to = new AddressField(_request.Destination.Type, _request.Destination.Plan, destination);
        if (command == CommandId.DataSm)
        {
            return new DataPdu
            {
                ServiceType = service,
                Source = from,
                Destination = to,
                EsmClass = _request.EsmClass,
                RegisteredDelivery = _request.RegisteredDelivery,
                DataCoding = _request.DataCoding,
                Tlvs = new TlvList(_request.Tlvs.Span),
            }.TryWrite(room, 0, out written);
        }

        return new MessagePdu
        {
            ServiceType = service,
            Source = from,
            Destination = to,
            EsmClass = _request.EsmClass,
            ProtocolId = _request.ProtocolId,
            Priority = _request.Priority,
            ScheduleDeliveryTime = schedule[.._request.ScheduleDeliveryTime.Write(schedule)],
            ValidityPeriod = validity[.._request.ValidityPeriod.Write(validity)],
            RegisteredDelivery = _request.RegisteredDelivery,
            ReplaceIfPresent = _request.ReplaceIfPresent,
            DataCoding = _request.DataCoding,
            ShortMessage = _request.ShortMessage.Span,
            Tlvs = new TlvList(_request.Tlvs.Span),
        }.TryWrite(room, command, 0, out written);
    }

    internal static bool TryOctets(string? text, ref Span<byte> octets)
    {
        var isShort = (text?.Length ?? 0) <= octets.Length;
        octets = octets[..(isShort ? Encoding.Latin1.GetBytes(text, octets) : 0)];
        return isShort;
    }
}
