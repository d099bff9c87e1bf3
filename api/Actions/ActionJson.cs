using Burgernet.Actions;
using Burgernet.Api.Cells;
using Burgernet.Participants;

namespace Burgernet.Api.Actions;

/// <summary>An action as it stands.</summary>
public sealed record ActionJson
{
    /// <summary>The action's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The control room that owns it.</summary>
    public required string ControlRoom { get; init; }

    /// <summary>The control room's own reference of the report.</summary>
    public required string IncidentNumber { get; init; }

    /// <summary>What it is about.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>Whom or what to look for.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it is a practice action: nobody is really called.</summary>
    public required bool Practice { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required ActionStatus Status { get; init; }

    /// <summary>When it was prepared.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was stopped.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Since when it is paused; absent while it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Whether the dossier holds all that was accepted. False for a stop or pause that holds while the store is away: it is recorded when the store is
    /// back.</summary>
    public required bool Recorded { get; init; }

    /// <summary>Until when quiet hours hold its calls back; absent while they do not.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What came of it; absent until it is closed.</summary>
    public ActionResult? Result { get; init; }

    /// <summary>What was and is told, the call first.</summary>
    public required IReadOnlyList<MessageJson> Messages { get; init; }

    /// <summary>How far it is; zeros in a draft.</summary>
    public required ProgressJson Progress { get; init; }

    /// <summary>Where people are called.</summary>
    public required AreaJson Area { get; init; }

    /// <summary>Only who is in at least one of these target groups is called; absent where it is for everyone.</summary>
    public IReadOnlyList<string>? TargetGroups { get; init; }

    /// <summary>By what people are reached.</summary>
    public required IReadOnlyList<Medium> Media { get; init; }

    /// <summary>Whether an SMS goes instead of a call that reached nobody.</summary>
    public required bool SmsInstead { get; init; }

    /// <summary>Where it happened: the nearest are called first.</summary>
    public required PointJson IncidentPoint { get; init; }

    /// <summary>The start and each expansion since, in order; none in a draft.</summary>
    public required IReadOnlyList<WaveJson> Waves { get; init; }

    /// <summary>How it grows by itself; absent where it does not.</summary>
    public ExpansionPlanJson? ExpansionPlan { get; init; }

    /// <summary>The languages it has a message in: nl, en.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Sequence of the last event in the dossier, from 1.</summary>
    public required long Sequence { get; init; }

    internal static ActionJson Of(ActionSnapshot action) =>
        new()
        {
            Id = action.Id,
            ControlRoom = action.ControlRoom,
            IncidentNumber = action.IncidentNumber,
            Kind = action.Kind,
            Description = action.Description,
            Practice = action.Practice,
            Status = action.Status,
            CreatedAt = action.CreatedAt,
            StartedAt = action.StartedAt,
            StoppedAt = action.StoppedAt,
            PausedAt = action.PausedAt,
            Recorded = action.Recorded,
            QuietUntil = action.QuietUntil,
            ClosedAt = action.ClosedAt,
            Result = action.Result,
            Messages = [.. action.Messages.Select(MessageJson.Of)],
            Progress = ProgressJson.Of(action.Progress),
            Area = AreaJson.Of(action.Area),
            Media = action.Media,
            SmsInstead = action.SmsInstead,
            TargetGroups = action.TargetGroups.Count == 0 ? null : [.. action.TargetGroups.Select(group => group.Id)],
            IncidentPoint = PointJson.Of(action.IncidentPoint),
            Waves = [.. action.Waves.Select(WaveJson.Of)],
            ExpansionPlan = ExpansionPlanJson.Of(action.ExpansionPlan),
            Languages = [.. action.Languages.Select(language => language == Language.English ? "en" : "nl")],
            Sequence = action.Sequence,
        };
}
