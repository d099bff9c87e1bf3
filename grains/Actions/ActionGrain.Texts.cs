using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>Messages as texts: what they say, by which carriers they go, and the receipts that come when all else is over.</summary>
internal sealed partial class ActionGrain
{
    private bool _amending;

    public Task<TextToSend?> ReadText(Language language, int message, Medium medium) =>
        Task.FromResult(
            _state.Exists && message <= _state.Messages.All.Count && _state.Messages.All[message - 1] is var told && told.Goes(medium)
                ? TextOf(told, language, medium)
                : null
        );

    private TextToSend? TextOf(ActionMessage message, Language language, Medium medium) =>
        medium == Medium.Email
            ? MailTexts.In(message.Mails, language) is { } mail
                ? new TextToSend(message.Kind, mail.Text, mail.Subject, 1, _state.ControlRoom, mail.Language)
                : null
            : MessageTexts.In(message.Texts, language) is { } text
                ? new TextToSend(message.Kind, text.Text, "", text.Segments, _state.ControlRoom, text.Language)
                : null;

    /// <summary>The media that any of its messages goes by.</summary>
    private IEnumerable<Medium> Media => Enum.GetValues<Medium>().Where(medium => _state.Messages.All.Any(message => message.Goes(medium)));

    /// <summary>What a message says as an SMS; nothing where it does not go so.</summary>
    private IReadOnlyList<TextData> TextsOf(
        MessageReach reach,
        MessageContent content,
        MessageKind kind,
        ActionKind actionKind,
        CarrierChoice chosen
    ) =>
        (reach.Any & ContactChannels.Sms) == ContactChannels.None
            ? []
            : MessageTexts.Of(content.Spoken, content.Written, kinds.Of(actionKind), MessageTexts.Asks(kind), NumberOf(chosen));

    /// <summary>What a message says as a mail; nothing where it does not go so.</summary>
    private IReadOnlyList<MailData> MailsOf(
        MessageReach reach,
        MessageContent content,
        MessageKind kind,
        ActionKind actionKind,
        CarrierChoice chosen
    ) =>
        (reach.Any & ContactChannels.Email) == ContactChannels.None
            ? []
            : MailTexts.Of(content, kind, kinds.Of(actionKind), NumberOf(chosen));

    private string? NumberOf(CarrierChoice chosen) => carriers.Find(chosen.Carrier)?.SpokenCallBackNumber;

    /// <summary>Why a message cannot go as it is to go, or null.</summary>
    private ActionProblem? CannotGo(
        MessageReach reach,
        IReadOnlyList<SpokenMessage> spoken,
        IReadOnlyList<TextData> texts,
        IReadOnlyList<MailData> mails,
        bool practice,
        string controlRoom
    ) =>
        Enum.GetValues<Medium>()
            .Where(medium => (reach.Any & MessageReach.ChannelOf(medium)) != ContactChannels.None)
            .Any(medium => carriers.For(practice, controlRoom, medium).Count == 0)
            ? new ActionProblem(ActionProblemCode.NoCarrierForMedium)
            : MessageTexts.Problem(reach, spoken, texts, mails);

    /// <summary>Receipts changed what lanes hold when the wave was complete: the new heads are anchored and the figures amended, once for all that come within a while.</summary>
    private async Task Amend()
    {
        if (_amending || _state.Running || !_state.Exists)
        {
            return;
        }

        _amending = true;
        try
        {
            await Task.Delay(options.Value.AmendAfter, time);
            if (_state.Running || await Refresh() is not null)
            {
                return;
            }

            await AskLanes();
            if (_state.IsAmendedBy(_totals.Values))
            {
                await Append(
                    ActionEventType.Amended,
                    _state.ToCompleted(_totals.Values),
                    new Actor(_state.ControlRoom, SystemActor),
                    still: state => !state.Running && state.IsAmendedBy(_totals.Values)
                );
                await Anchor();
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: the next lane that tells something begins it anew.
            LogHousekeepingFailed(logger, exception, _state.Id);
        }
        finally
        {
            _amending = false;
        }
    }
}
