using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Sms;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Sms;

/// <summary>Key: the keyed hash of a number, in hexadecimal. Nothing interleaves; it keeps nothing between calls.</summary>
/// <remarks>What is to be done with a message is stored before it is done, and each step can be repeated: whoever takes over after a crash does the rest.</remarks>
[GrainType("sms-sender")]
internal sealed partial class SmsSenderGrain(
    IInboundSmsStore store,
    IParticipantStore participants,
    PersonalSeal seal,
    IPracticeNumbers practice,
    CarrierList carriers,
    SmsReplier replier,
    InboundSmsInstruments instruments,
    IOptions<InboundSmsOptions> options,
    TimeProvider time,
    ILogger<SmsSenderGrain> logger
) : Grain, ISmsSenderGrain
{
    /// <summary>Who leaves by text message, in the register's changes.</summary>
    private const string Themselves = "participant/sms";

    /// <summary>How many participants with the same phone are looked at: there are more only after many came and left.</summary>
    private const int MostLookedAt = 50;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private LookupHash Sender => LookupHash.FromBytes(Convert.FromHexString(this.GetPrimaryKeyString()));

    public async Task Handle()
    {
        var now = HashChain.Now(time);
        foreach (var group in SmsAssembly.Groups(await store.ReadWaiting(Sender), now, options.Value.AssembleWithin))
        {
            if (group.IsReady && !await Handle(group))
            {
                // In order: what came after it may depend on it.
                return;
            }
        }
    }

    public async Task<AssignReply> Assign(Actor actor, Guid message, Guid actionId)
    {
        var row = await store.Read(message);
        if (
            row is not { State: SmsState.Done, Outcome: SmsOutcome.Unassigned or SmsOutcome.Tip }
            || row.Sender != Sender
            || carriers.Find(row.Carrier)?.Serves(actor.ControlRoom) == false
            || (row.Outcome == SmsOutcome.Tip && row.Decision?.ActionId != actionId)
        )
        {
            return new AssignReply(null, UnknownMessage: true);
        }

        var action = GrainFactory.GetGrain<IActionGrain>(actionId);
        if (await action.Get(actor.ControlRoom) is var found && found.Action is null)
        {
            return new AssignReply(null, found.Problem);
        }

        if (found.Action.Practice != row.Practice)
        {
            return new AssignReply(null, OtherKind: true);
        }

        // Asked again after it was done, the action knows it by its name: the words are not needed any more.
        var content = row.Sealed is null ? new SmsContent("", "") : Open(row);
        var reply = await action.AddTip(TipAct(row, actor), Tip(content, row.Decision!.Meaning));
        if (reply.Receipt is not null && row.Outcome == SmsOutcome.Unassigned)
        {
            await store.Assign(message, actionId);
        }

        return new AssignReply(reply.Receipt, reply.Problem, Repeated: reply.Repeated);
    }

    /// <summary>Deals with one message.</summary>
    /// <returns>False where it must be done later, and nothing after it before.</returns>
    private async Task<bool> Handle(SmsGroup group)
    {
        try
        {
            return await HandleOrThrow(group);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OrleansException or TimeoutException)
        {
            LogLater(logger, exception, group.Head.Id);
            await Postpone(group);
            return false;
        }
        catch (Exception exception)
        {
            // Whatever it is, it must not keep what the same person sends afterwards.
            LogFailed(logger, exception, group.Head.Id);
            await Postpone(group);
            return true;
        }
    }

    private async Task<bool> HandleOrThrow(SmsGroup group)
    {
        var content = SmsAssembly.Join(group, Open);
        var recent = await store.ReadRecent(Sender, group.Head.ReceivedAt - options.Value.StrangerSilence);
        if (await Decided(group, content, recent) is not { State: SmsState.Decided } message)
        {
            // Another activation lived, and did it all.
            return true;
        }

        var (outcome, tipId) = message.Decision!.Meaning switch
        {
            SmsMeaning.Stop => (await Leave(message), null),
            SmsMeaning.Tip or SmsMeaning.Help => await Tell(message, content),
            _ => (SmsOutcome.Answered, (Guid?)null),
        };
        if (message.Decision.Meaning is not (SmsMeaning.Tip or SmsMeaning.Help))
        {
            await Note(message);
        }

        var isAutomatic = AutomaticText.Is(content.Text, IsSaidBefore(message, recent));
        if (!await replier.Reply(message, content.From, outcome, tipId, isAutomatic, recent))
        {
            // The reply is for later; the rest is done.
            await Postpone(group);
            return true;
        }

        await store.Finish(message.Id, outcome);
        instruments.Handled(message.Decision.Meaning, outcome, time.GetUtcNow() - message.ReceivedAt);
        LogHandled(logger, message.Id, message.Decision.Meaning, outcome);
        return true;
    }

    /// <summary>The message with what is to be done, as it is stored.</summary>
    private async Task<StoredSms?> Decided(SmsGroup group, SmsContent content, IReadOnlyList<StoredSms> recent)
    {
        var head = group.Head;
        if (head.State == SmsState.Decided)
        {
            return head;
        }

        var phone = SenderNumber.Read(content.From);
        var participant = phone is null ? null : await Participant(phone);
        var action = participant is null || IsFlood(head, recent) ? null : await Action(phone!, head);
        var decision = new SmsDecision(
            SmsKeywords.Of(content.Text),
            participant?.Id,
            participant?.Language,
            action?.ActionId,
            action?.ControlRoom
        );
        var decided = head with
        {
            State = SmsState.Decided,
            Decision = decision,
            Sealed = group.Rows.Count == 1 && head.Part is null ? head.Sealed : seal.SealContent(head.Id, content.ToBytes()),
        };
        var isFirst = await store.Decide(decided, [.. group.Rows.Select(row => row.Id).Where(id => id != head.Id)]);
        return isFirst ? decided : await store.Read(head.Id);
    }

    /// <summary>Whoever has a number and takes part, or waits to.</summary>
    private async Task<ParticipantRow?> Participant(string phone)
    {
        foreach (var id in await participants.Find(seal.Phone(phone), null, MostLookedAt))
        {
            if (await participants.Read(id) is { Status: not ParticipantStatus.Left } row)
            {
                return row;
            }
        }

        return null;
    }

    private async Task<ConcernedAction?> Action(string phone, StoredSms message)
    {
        var since = message.ReceivedAt - options.Value.TipsWithin;
        var carrier = carriers.Find(message.Carrier);
        var found = await store.FindContacted(seal.Phone(phone), message.Practice, since);
        return found.FirstOrDefault(action => carrier?.Serves(action.ControlRoom) != false);
    }

    private bool IsFlood(StoredSms message, IReadOnlyList<StoredSms> recent) =>
        recent.Count(other => other.Id != message.Id && other.ReceivedAt > message.ReceivedAt - Hour) >= options.Value.TipsPerHour;

    private static bool IsSaidBefore(StoredSms message, IReadOnlyList<StoredSms> recent) =>
        recent.Any(other =>
            other.Id != message.Id
            && other.Words == message.Words
            && other.ReceivedAt <= message.ReceivedAt
            && other.ReceivedAt > message.ReceivedAt - Hour
        );

    private async Task<(SmsOutcome Outcome, Guid? TipId)> Tell(StoredSms message, SmsContent content)
    {
        if (message.Decision is not { ActionId: { } action, ControlRoom: { } room })
        {
            return (SmsOutcome.Unassigned, null);
        }

        var act = TipAct(message, new Actor(room, "system"));
        var reply = await GrainFactory.GetGrain<IActionGrain>(action).AddTip(act, Tip(content, message.Decision.Meaning));
        return reply switch
        {
            { Receipt: { } receipt } => (SmsOutcome.Tip, receipt.Id),
            { Problem.Code: ActionProblemCode.StoreUnavailable } => throw new StoreUnavailableException("The tip could not be stored"),
            _ => (SmsOutcome.Unassigned, null),
        };
    }

    /// <summary>What is no tip stands in the dossier of the action that it came after.</summary>
    private async Task Note(StoredSms message)
    {
        if (message.Decision is { ActionId: { } action, ParticipantId: { } participant } decision)
        {
            await GrainFactory.GetGrain<IActionGrain>(action).TakeSms(new ParticipantSms(message.Id, participant, decision.Meaning));
        }
    }

    private async Task<SmsOutcome> Leave(StoredSms message)
    {
        if (message.Decision?.ParticipantId is not { } id || !MayChangeRegister(message))
        {
            return SmsOutcome.Answered;
        }

        // Never confirmed: nobody agreed to anything, so nothing is kept.
        var participant = GrainFactory.GetGrain<IParticipantGrain>(id);
        var operation = new ParticipantOperation(message.Id, ChangeRole.Participant, Themselves);
        var reply = await participant.Forget(operation);
        if (!reply.Done)
        {
            reply = await participant.Leave(operation);
        }

        return reply.Done || reply.Refusals is [{ Code: ParticipantRefusalCode.AlreadyLeft or ParticipantRefusalCode.Erased }]
            ? SmsOutcome.Left
            : throw new InvalidOperationException($"A participant could not leave: {reply.Refusals[0].Code}");
    }

    /// <summary>Practice changes the register only where everything is practice; and nothing live comes from a number that only practice has.</summary>
    private bool MayChangeRegister(StoredSms message) => message.Practice ? carriers.EveryOneIsPractice : !IsPracticeNumber(message);

    private bool IsPracticeNumber(StoredSms message) => message.Sealed is not null && practice.IsPractice(Open(message).From);

    private Task Postpone(SmsGroup group)
    {
        instruments.Failed();
        var pause = FirstPause * Math.Pow(2, Math.Min(group.Head.Attempts, 10));
        var due = HashChain.Now(time) + (pause < LongestPause ? pause : LongestPause);
        return store.Postpone([.. group.Rows.Select(row => row.Id)], due);
    }

    private SmsContent Open(StoredSms message) =>
        SmsContent.Read(
            seal.OpenContent(message.Id, message.Sealed ?? throw new InvalidDataException("The words of a message are wiped already"))
        );

    /// <summary>The same message is the same act, however often it is dealt with.</summary>
    private static Act TipAct(StoredSms message, Actor actor) => new(actor, $"sms:{message.Id:N}", "sms");

    private static Tip Tip(SmsContent content, SmsMeaning meaning)
    {
        var phone = SenderNumber.Read(content.From);
        return new Tip(
            (PersonalText)(phone is null && content.From.Length > 0 ? $"{content.From}: {content.Text}" : content.Text),
            phone is null ? null : (PersonalText)phone,
            TipChannel.Sms,
            meaning == SmsMeaning.Help
        );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Text message {Message} means {Meaning}: {Outcome}")]
    private static partial void LogHandled(ILogger logger, Guid message, SmsMeaning meaning, SmsOutcome outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Text message {Message} cannot be dealt with now; soon again")]
    private static partial void LogLater(ILogger logger, Exception exception, Guid message);

    [LoggerMessage(Level = LogLevel.Error, Message = "Text message {Message} could not be dealt with; later again")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid message);
}
