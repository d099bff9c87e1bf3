using Burgernet.Api.Practice;
using Burgernet.Grains.Mail;

namespace Burgernet.Silo.Mail;

/// <summary>The practice phones' text messages: keeps the last ones in memory. Nothing leaves the node.</summary>
internal sealed class PracticeSmsBox : ISmsPort
{
    private readonly Lock _lock = new();
    private readonly Queue<ShortMessage> _messages = new();

    public bool Available => true;

    public Task<MailOutcome> Send(ShortMessage message, CancellationToken cancellationToken)
    {
        Keep(message);
        return Task.FromResult(MailOutcome.Accepted);
    }

    /// <summary>A message that a practice phone got.</summary>
    public void Keep(ShortMessage message)
    {
        lock (_lock)
        {
            _messages.Enqueue(message);
            if (_messages.Count > PracticeMailbox.Kept)
            {
                _messages.Dequeue();
            }
        }
    }

    /// <summary>The messages, newest first.</summary>
    public IReadOnlyList<PracticeSmsJson> Read()
    {
        lock (_lock)
        {
            return [.. _messages.Reverse().Select(message => new PracticeSmsJson(message.Date, message.To.Value, message.Text.Value))];
        }
    }
}
