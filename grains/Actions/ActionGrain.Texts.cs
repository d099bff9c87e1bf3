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
            _state.Exists
            && message <= _state.Messages.All.Count
            && _state.Messages.All[message - 1] is var told
            && told.Goes(medium)
            && MessageTexts.In(told.Texts, language) is { } text
                ? new TextToSend(told.Kind, text.Text, "", text.Segments, _state.ControlRoom)
                : null
        );

    /// <summary>The media that any of its messages goes by.</summary>
    private IEnumerable<Medium> Media => Enum.GetValues<Medium>().Where(medium => _state.Messages.All.Any(message => message.Goes(medium)));

    /// <summary>What a message says as an SMS; nothing where it does not go so.</summary>
    private IReadOnlyList<TextData> TextsOf(
        MessageReach reach,
        IReadOnlyList<SpokenMessage> spoken,
        IReadOnlyList<WrittenMessage> written,
        ActionKind kind,
        CarrierChoice chosen,
        bool ends
    ) =>
        (reach.Any & ContactChannels.Sms) == ContactChannels.None
            ? []
            : MessageTexts.Of(spoken, written, kinds.Of(kind), ends, carriers.Find(chosen.Carrier)?.SpokenCallBackNumber);

    /// <summary>Why a message cannot go as it is to go, or null.</summary>
    private ActionProblem? CannotGo(
        MessageReach reach,
        IReadOnlyList<SpokenMessage> spoken,
        IReadOnlyList<TextData> texts,
        bool practice,
        string controlRoom
    ) =>
        Enum.GetValues<Medium>()
            .Where(medium => (reach.Any & MessageReach.ChannelOf(medium)) != ContactChannels.None)
            .Any(medium => carriers.For(practice, controlRoom, medium).Count == 0)
            ? new ActionProblem(ActionProblemCode.NoCarrierForMedium)
            : MessageTexts.Problem(reach, spoken, texts);

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
