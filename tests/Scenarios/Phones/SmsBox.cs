using Burgernet.Grains.Mail;
using Burgernet.Grains.Sms;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>Keeps single text messages instead of sending them: all that is practice.</summary>
internal sealed class SmsBox : ISmsPort, ISmsReplyPort
{
    private readonly Lock _lock = new();
    private readonly List<(string To, string Text)> _messages = [];

    public bool Available => true;

    public Task<MailOutcome> Send(ShortMessage message, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _messages.Add((message.To.Value, message.Text.Value));
        }

        return Task.FromResult(MailOutcome.Accepted);
    }

    public async Task<MailOutcome?> Reply(
        string carrier,
        string writtenTo,
        bool practice,
        ShortMessage message,
        CancellationToken cancellationToken
    ) => practice ? await Send(message, cancellationToken) : null;

    public async Task<MailOutcome?> Send(string controlRoom, bool practice, ShortMessage message, CancellationToken cancellationToken) =>
        practice ? await Send(message, cancellationToken) : null;

    /// <summary>The messages, newest first.</summary>
    public IReadOnlyList<(string To, string Text)> Read()
    {
        lock (_lock)
        {
            return [.. _messages.AsEnumerable().Reverse()];
        }
    }
}
