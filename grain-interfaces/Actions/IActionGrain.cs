using Burgernet.CallBacks;
using Burgernet.Dialing;
using Burgernet.Participants;
using Burgernet.Sms;
using Orleans.Concurrency;

namespace Burgernet.Actions;

/// <summary>One action: its life cycle, whose events are the dossier. Key: the action's id.</summary>
[Alias("burgernet.IAction")]
public interface IActionGrain : IGrainWithGuidKey
{
    /// <summary>Prepares the action. Repeating it under the same idempotency key gives the same action.</summary>
    [Alias("Create")]
    Task<ActionReply> Create(Act act, ActionDraft draft);

    /// <summary>Starts it: everyone in the area is selected and called, nearest first.</summary>
    /// <param name="act">Who orders it, and why.</param>
    /// <param name="terms">What is confirmed or overridden by it; null for nothing.</param>
    [Alias("Start")]
    Task<ActionReply> Start(Act act, StartTerms? terms = null);

    /// <summary>Stops it for good: no new attempt leaves later than a second after this was accepted, and what is not answered is cancelled. Accepted also while the
    /// store is away.</summary>
    /// <param name="act">Who orders it, and why.</param>
    /// <param name="calls">What becomes of answered calls.</param>
    [Alias("Stop")]
    [AlwaysInterleave]
    Task<ActionReply> Stop(Act act, CallsUnderWay calls = CallsUnderWay.Finish);

    /// <summary>Holds it: like <see cref="Stop"/>, but who waits goes on waiting, and who was cancelled is called again once it is resumed. Deadline and retries go by the
    /// clock meanwhile.</summary>
    /// <param name="act">Who orders it, and why.</param>
    /// <param name="calls">What becomes of answered calls.</param>
    [Alias("Pause")]
    [AlwaysInterleave]
    Task<ActionReply> Pause(Act act, CallsUnderWay calls = CallsUnderWay.Finish);

    /// <summary>Lets a paused action go on. Stored before anything leaves: <see cref="ActionProblemCode.StoreUnavailable"/> while the store is away.</summary>
    [Alias("Resume")]
    Task<ActionReply> Resume(Act act);

    /// <summary>Enlarges the area: who is in it and was not selected before is called too, nearest to the incident point first.</summary>
    /// <param name="act">Who orders it, and why.</param>
    /// <param name="expansion">Where, and what is confirmed by it.</param>
    [Alias("Expand")]
    Task<ActionReply> Expand(Act act, Expansion expansion);

    /// <summary>What an expansion would come to. Changes nothing.</summary>
    [Alias("EstimateExpansion")]
    [AlwaysInterleave]
    Task<EstimateReply> EstimateExpansion(string controlRoom, Expansion expansion);

    /// <summary>Lets the area grow by itself; in the place of a plan before.</summary>
    [Alias("PlanExpansion")]
    Task<ActionReply> PlanExpansion(Act act, ExpansionPlan plan);

    /// <summary>The area grows no more by itself.</summary>
    [Alias("EndExpansionPlan")]
    Task<ActionReply> EndExpansionPlan(Act act);

    /// <summary>Adds a message: an update or a correction while it is active or paused, or the outcome, which ends the calling. Stored before anything leaves.</summary>
    /// <param name="act">Who orders it, and why.</param>
    /// <param name="kind">What it is for; not <see cref="MessageKind.Call"/>.</param>
    /// <param name="spoken">The message in each language; none where nobody is called.</param>
    /// <param name="texts">By what it goes and what it says as a text; null for as the action says.</param>
    [Alias("AddMessage")]
    Task<ActionReply> AddMessage(Act act, MessageKind kind, SpokenMessage[] spoken, TextTerms? texts = null);

    /// <summary>Closes it with a result: refused with <see cref="ActionProblemCode.OutcomeMissing"/> while somebody who was contacted has no outcome queued.</summary>
    [Alias("Close")]
    Task<ActionReply> Close(Act act, CloseTerms terms);

    /// <summary>Puts a closed action away: refused with <see cref="ActionProblemCode.OutcomesOpen"/> while outcomes are to be delivered.</summary>
    [Alias("Archive")]
    Task<ActionReply> Archive(Act act);

    /// <summary>Records what somebody told about the action, sealed.</summary>
    [Alias("AddTip")]
    Task<TipReply> AddTip(Act act, Tip tip);

    /// <summary>A participant wrote something by text message that is no tip. Returns when the dossier has it; false where nothing is recorded in this state any more.</summary>
    [Alias("TakeSms")]
    Task<bool> TakeSms(ParticipantSms sms);

    /// <summary>Something was replied to a text message that the dossier has. As <see cref="TakeSms"/>.</summary>
    [Alias("SmsReplied")]
    Task<bool> SmsReplied(SmsReply reply);

    /// <summary>The tips, opened, for the action's own control room.</summary>
    [Alias("ReadTips")]
    [AlwaysInterleave]
    Task<TipsReply> ReadTips(string controlRoom);

    /// <summary>Calls a dispatcher's own phone with the message, by the action's carrier; of an action that calls nobody, an SMS goes to it. Returns once that is recorded and handed on.</summary>
    /// <param name="act">Who orders it.</param>
    /// <param name="phone">The number as it was typed; Dutch unless it has a country code.</param>
    /// <param name="language">The language of the message, with the usual fallback.</param>
    [Alias("Preview")]
    Task<PreviewReply> Preview(Act act, PersonalText phone, Language language);

    /// <summary>A preview as it stands, for the action's own control room.</summary>
    [Alias("ReadPreview")]
    [AlwaysInterleave]
    Task<PreviewReply> ReadPreview(string controlRoom, Guid previewId);

    /// <summary>A dialer tells of a preview's call; returns when it is stored, where it is over.</summary>
    [Alias("ReportPreview")]
    [AlwaysInterleave]
    Task ReportPreview(PreviewReport report);

    /// <summary>The action as it stands, or <see cref="ActionProblemCode.UnknownAction"/> for any other control room than its own.</summary>
    [Alias("Get")]
    [AlwaysInterleave]
    Task<ActionReply> Get(string controlRoom);

    /// <summary>What a draft will come to, or what is left of an action that was started. Changes nothing.</summary>
    [Alias("Estimate")]
    [AlwaysInterleave]
    Task<EstimateReply> Estimate(string controlRoom);

    /// <summary>A dialer heard the first phone of the action ring; only measured, so it need not arrive.</summary>
    [Alias("Rang")]
    [AlwaysInterleave]
    [OneWay]
    ValueTask Rang(DateTimeOffset at);

    /// <summary>Deliveries that wait for a line now, for the estimates of others.</summary>
    [Alias("Backlog")]
    [AlwaysInterleave]
    ValueTask<int> Backlog();

    /// <summary>The dossier from a place on; empty for an unknown action (ask <see cref="Get"/> first).</summary>
    /// <param name="after">The page's <see cref="DossierPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many entries, 1 to 1,000.</param>
    [Alias("ReadDossier")]
    [AlwaysInterleave]
    Task<DossierPage> ReadDossier(string? after, int limit);

    /// <summary>How it stands, with the entries of its own chain after a place: what the live view is made of.</summary>
    /// <param name="controlRoom">Who asks; any other than its own gets <see cref="ActionProblemCode.UnknownAction"/>.</param>
    /// <param name="after">The sequence of the last entry that is known, or 0.</param>
    /// <param name="limit">At most so many entries; 0 for none.</param>
    [Alias("Follow")]
    [AlwaysInterleave]
    Task<FollowReply> Follow(string controlRoom, long after, int limit);

    /// <summary>The deliveries from a place on, nearest first.</summary>
    /// <param name="after">The page's <see cref="DeliveryPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    [Alias("ReadDeliveries")]
    [AlwaysInterleave]
    Task<DeliveryPage> ReadDeliveries(string? after, int limit);

    /// <summary>A message in a language, with Dutch and then any other as fallback. For dialers.</summary>
    /// <param name="language">The language.</param>
    /// <param name="message">Its number; 1 is the call itself.</param>
    [Alias("ReadMessage")]
    [AlwaysInterleave]
    Task<SpokenMessage?> ReadMessage(Language language, int message = 1);

    /// <summary>What a message says as a text, in a language, with the same fallback; null where it does not go by that medium. For dialers.</summary>
    /// <param name="language">The language.</param>
    /// <param name="message">Its number; 1 is the call itself.</param>
    /// <param name="medium">By what it goes.</param>
    [Alias("ReadText")]
    [AlwaysInterleave]
    Task<TextToSend?> ReadText(Language language, int message, Medium medium);

    /// <summary>What it has to say now to a participant who calls back; null before it starts and once it is archived.</summary>
    [Alias("MessageForCaller")]
    [AlwaysInterleave]
    Task<CallBackMessage?> MessageForCaller(Guid participantId, Language language);

    /// <summary>A participant called back. Returns when lane and dossier have it; false where nothing is recorded in this state any more.</summary>
    [Alias("CalledBack")]
    Task<bool> CalledBack(CallBackHeard heard);

    /// <summary>A call-back is over. As <see cref="CalledBack"/>.</summary>
    [Alias("CallBackEnded")]
    Task<bool> CallBackEnded(CallBackEnd end);

    /// <summary>May attempts of this action start? Dialers ask every 250 ms; an answer is good for 750 ms.</summary>
    [Alias("MayStart")]
    [AlwaysInterleave]
    ValueTask<StartPermission> MayStart();

    /// <summary>A lane tells how far it is, in cumulative totals.</summary>
    /// <returns>The band up to which first attempts may leave now.</returns>
    [Alias("Report")]
    [AlwaysInterleave]
    ValueTask<int> Report(LaneTotals totals);

    /// <summary>Wakes an action that was running when its node died; does nothing otherwise.</summary>
    [Alias("Wake")]
    Task Wake();
}
