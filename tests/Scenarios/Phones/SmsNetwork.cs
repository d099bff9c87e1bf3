using System.Collections.Concurrent;
using System.Globalization;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>The SMS centres, as a test speaks of them: what reached them, and what they answer. Outlives nodes.</summary>
internal sealed class SmsNetwork
{
    private readonly ConcurrentQueue<(TextMessage Message, string[] Ids)> _taken = new();
    private readonly ConcurrentDictionary<string, MessageNewsKind> _answers = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>Whether nobody is answered: texts arrive and no acknowledgement leaves.</summary>
    public bool Silent { get; set; }

    /// <summary>All that reached a centre, in order.</summary>
    public IReadOnlyList<TextMessage> Taken => [.. _taken.Select(taken => taken.Message)];

    /// <summary>What a number's texts are answered with; accepted unless said.</summary>
    public void Answers(string number, MessageNewsKind kind) => _answers[number] = kind;

    /// <summary>The names of the parts of the text that a number got last.</summary>
    public string[] IdsFor(string number) => _taken.Last(taken => taken.Message.Order.Number == number).Ids;

    /// <summary>A receipt for a text.</summary>
    public static CarrierReceipt Receipt(
        string id,
        ReceiptState state,
        string number = "",
        string carrier = Nodes.TestNode.SmsCentre,
        DateTimeOffset? submittedAt = null
    ) => new(carrier, id, state, DateTimeOffset.UtcNow, (PersonalText)number, submittedAt);

    /// <summary>A text reaches the centre.</summary>
    /// <returns>What it answers; null for nothing at all.</returns>
    public (MessageNewsKind Kind, string[] Ids)? Take(TextMessage message)
    {
        var kind = _answers.GetValueOrDefault(message.Order.Number, MessageNewsKind.Accepted);
        string[] ids =
        [
            .. Enumerable
                .Range(1, message.Segments)
                .Select(_ => Interlocked.Increment(ref _last).ToString("x8", CultureInfo.InvariantCulture)),
        ];
        _taken.Enqueue((message, ids));
        return Silent ? null : (kind, kind == MessageNewsKind.Accepted ? ids : []);
    }
}
