using System.Text;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Sms;

/// <summary>Stores what people send by text message, sealed, and has it dealt with. Any thread.</summary>
internal sealed partial class InboundSmsDesk(
    IInboundSmsStore store,
    PersonalSeal seal,
    CarrierList carriers,
    SmsQueue queue,
    InboundSmsInstruments instruments,
    IOptions<InboundSmsOptions> options,
    ILogger<InboundSmsDesk> logger
) : IInboundSmsSink
{
    /// <summary>Longest text that is taken, in UTF-16 units: 255 segments of 153 septets.</summary>
    public const int LongestText = 255 * 153;

    private const int LongestAddress = 32;

    public async Task<InboundSmsAnswer> Take(InboundSms message, CancellationToken cancellationToken)
    {
        var answer = InboundSmsAnswer.Refused;
        if (CanBeTaken(message))
        {
            try
            {
                answer = await Store(message) ? InboundSmsAnswer.Stored : InboundSmsAnswer.Repeated;
            }
            catch (StoreUnavailableException exception)
            {
                LogNotNow(logger, exception, message.Carrier);
                answer = InboundSmsAnswer.NotNow;
            }
        }
        else
        {
            LogRefused(logger, message.Carrier);
        }

        instruments.Offered(message.Carrier, answer);
        return answer;
    }

    /// <summary>What nobody could deal with, and what says of itself that it is practice where its carrier is not, or the other way round.</summary>
    private bool CanBeTaken(InboundSms message) =>
        message.From.Value.Length is > 0 and <= LongestAddress
        && message.To.Length <= LongestAddress
        && message.Text.Value.Length <= LongestText
        && message.Part is null or { Total: >= 2 and <= 255, Number: >= 1, Reference: >= 0 and <= ushort.MaxValue }
        && (message.Part is null || message.Part.Number <= message.Part.Total)
        && (carriers.Find(message.Carrier) is not { } carrier || carrier.Practice == message.Practice);

    private async Task<bool> Store(InboundSms message)
    {
        var phone = SenderNumber.Read(message.From.Value);
        var from = phone ?? message.From.Value;
        var words = SmsKeywords.Words(message.Text.Value);
        var id = Guid.NewGuid();
        var at = HashChain.Time(HashChain.Microseconds(message.ReceivedAt));
        var row = new StoredSms
        {
            Id = id,
            ReceivedAt = at,
            Carrier = message.Carrier,
            Practice = message.Practice,
            To = message.To,
            Sender = phone is null ? Hash("from", from) : seal.Phone(phone).Hash,
            Words = Hash("words", words.Length > 0 ? words : message.Text.Value),
            Part = message.Part,
            Sealed = seal.SealContent(id, new SmsContent(from, message.Text.Value).ToBytes()),
        };
        var same = message.CarrierId is { Length: > 0 } name
            ? Hash("named", message.Carrier, name)
            : Hash("same", message.Carrier, from, message.To, message.Part?.ToString() ?? "", message.Text.Value);
        var isNew = await store.Add(
            row,
            same,
            message.CarrierId is { Length: > 0 } ? DateTimeOffset.UnixEpoch : at - options.Value.RepeatWindow,
            message.Part is null ? at : at + options.Value.AssembleWithin
        );

        // Also where it was there: whoever stored it may have died before it said so.
        queue.Add(row.Sender);
        return isNew;
    }

    private LookupHash Hash(string what, params ReadOnlySpan<string> parts) =>
        seal.Fingerprint(Encoding.UTF8.GetBytes($"sms-{what}\0{string.Join('\0', parts!)}"));

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A text message by {Carrier} could not be stored: the SMS centre keeps it and is to offer it again"
    )]
    private static partial void LogNotNow(ILogger logger, Exception exception, string carrier);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A text message by {Carrier} was refused: it can be no message of that carrier")]
    private static partial void LogRefused(ILogger logger, string carrier);
}
