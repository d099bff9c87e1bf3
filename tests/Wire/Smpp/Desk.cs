using System.Collections.Concurrent;
using System.Net;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>An ESME of ours, and what it heard.</summary>
internal sealed class Desk : ISmppClientOwner
{
    public ConcurrentQueue<DeliveryReceipt> Receipts { get; } = new();

    public ConcurrentQueue<string> Texts { get; } = new();

    public static SmppClientOptions Options(int port) =>
        new()
        {
            Name = "wire",
            Smsc = new IPEndPoint(IPAddress.Loopback, port),
            Credentials = new SmppCredentials("burgernet", "secret"),
            SystemType = "VMS",
            FirstBackOff = TimeSpan.FromMilliseconds(50),
            LongestBackOff = TimeSpan.FromMilliseconds(200),
        };

    public static async Task<SubmitResult[]> Send(
        SmppClient client,
        string to,
        string text,
        SegmentOptions? segments = null,
        RegisteredDelivery receipts = RegisteredDelivery.None
    )
    {
        var results = new List<SubmitResult>();
        foreach (var segment in MessageSegments.Cut(text, 0x2A, segments))
        {
            results.Add(
                await client
                    .SubmitAsync(
                        new SubmitRequest(segment)
                        {
                            Source = SmppAddress.Alphanumeric("Burgernet"),
                            Destination = SmppAddress.International(to),
                            ValidityPeriod = SmppTime.After(TimeSpan.FromMinutes(30)),
                            RegisteredDelivery = receipts,
                        }
                    )
                    .AsTask()
                    .WaitAsync(PeerProcess.Limit)
            );
        }

        return [.. results];
    }

    public ValueTask<MessageAnswer> OnMessageAsync(IncomingMessage message)
    {
        var pdu = message.Pdu;
        if (DeliveryReceipt.Read(pdu) is { } receipt)
        {
            Receipts.Enqueue(receipt);
        }
        else
        {
            Texts.Enqueue(MessageText.Decode(pdu, out _));
        }

        return new(MessageAnswer.Taken);
    }
}
