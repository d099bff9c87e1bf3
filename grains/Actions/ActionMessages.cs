using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>The messages of an action, in order: the call first. No I/O.</summary>
internal sealed class ActionMessages
{
    private readonly List<ActionMessage> _all = [];

    public IReadOnlyList<ActionMessage> All => _all;

    /// <summary>The number that the next one gets.</summary>
    public int Next => _all.Count + 1;

    /// <summary>The last message of all.</summary>
    public ActionMessage Last => _all[^1];

    /// <summary>The last outcome, or null.</summary>
    public ActionMessage? Outcome => _all.FindLast(message => message.Kind == MessageKind.Outcome);

    /// <summary>Takes in the message of an event.</summary>
    public void Add(
        ActionEvent happened,
        MessageKind kind,
        IReadOnlyList<MessageData> spoken,
        int epoch,
        IReadOnlyList<TextData>? texts,
        MessageReach reach,
        IReadOnlyList<MailData>? mails
    ) => _all.Add(new ActionMessage(Next, kind, spoken, happened.At, happened.Actor.Dispatcher, epoch, texts ?? [], reach, mails ?? []));

    /// <summary>The messages after the call, as lanes need to know them. Updates and corrections have the deadline of the kind, counted from when they were added; an outcome and an article have none.</summary>
    /// <param name="deadline">Of the kind, or null.</param>
    public LaneMessage[] ForLanes(TimeSpan? deadline) =>
        [
            .. _all.Skip(1)
                .Select(message => new LaneMessage(
                    message.Number,
                    message.Kind,
                    message.Epoch,
                    message.Kind is MessageKind.Outcome or MessageKind.Article ? null : message.At + deadline,
                    message.Reach == MessageReach.Voice ? null : message.Reach
                )),
        ];

    /// <summary>The messages with how far they are.</summary>
    /// <param name="totals">Over all lanes, by number.</param>
    public IReadOnlyList<MessageSummary> ToSummaries(IReadOnlyList<MessageTotals> totals) =>
        _all.ConvertAll(message =>
        {
            var total = totals.FirstOrDefault(total => total.Message == message.Number);
            return new MessageSummary
            {
                Number = message.Number,
                Kind = message.Kind,
                Languages =
                    message.Kind == MessageKind.Article
                        ? [.. message.Mails.Select(mail => mail.Language)]
                        : [.. message.Spoken.Select(spoken => spoken.Language)],
                At = message.At,
                Dispatcher = message.Dispatcher,
                Deliveries = total.Deliveries,
                Contacted = total.Contacted,
                Heard = total.Heard,
                Done = total.Done,
                Reached = total.Reached ?? total.Heard,
                Media = [.. Enum.GetValues<Medium>().Where(medium => message.Goes(medium))],
                Texts = [.. message.Texts.Select(MessageTexts.Summary)],
                Mails = [.. message.Mails.Select(mail => new WrittenMail(mail.Language, mail.Subject, mail.Text))],
            };
        });
}
