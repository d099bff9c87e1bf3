using Burgernet.Dialing;
using Burgernet.Participants;
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

    /// <summary>Records what somebody told about the action, sealed.</summary>
    [Alias("AddTip")]
    Task<TipReply> AddTip(Act act, Tip tip);

    /// <summary>The tips, opened, for the action's own control room.</summary>
    [Alias("ReadTips")]
    [AlwaysInterleave]
    Task<TipsReply> ReadTips(string controlRoom);

    /// <summary>The action as it stands, or <see cref="ActionProblemCode.UnknownAction"/> for any other control room than its own.</summary>
    [Alias("Get")]
    [AlwaysInterleave]
    Task<ActionReply> Get(string controlRoom);

    /// <summary>What a draft will come to, or what is left of an action that was started. Changes nothing.</summary>
    [Alias("Estimate")]
    [AlwaysInterleave]
    Task<EstimateReply> Estimate(string controlRoom);

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

    /// <summary>The deliveries from a place on, nearest first.</summary>
    /// <param name="after">The page's <see cref="DeliveryPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    [Alias("ReadDeliveries")]
    [AlwaysInterleave]
    Task<DeliveryPage> ReadDeliveries(string? after, int limit);

    /// <summary>The message for a language, with Dutch and then any other as fallback. For dialers.</summary>
    [Alias("ReadMessage")]
    [AlwaysInterleave]
    Task<SpokenMessage?> ReadMessage(Language language);

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
