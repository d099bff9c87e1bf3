using System.Text.Json;
using System.Text.RegularExpressions;
using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed partial class ActionLifeCycleTests
{
    private static readonly string[] Events =
    [
        ActionEventType.Drafted,
        ActionEventType.Started,
        ActionEventType.SelectionCompleted,
        ActionEventType.Paused,
        ActionEventType.Resumed,
        ActionEventType.Stopped,
        ActionEventType.MessageAdded,
        ActionEventType.Outcome,
        ActionEventType.Closed,
        ActionEventType.Archived,
        ActionEventType.WaveCompleted,
        ActionEventType.Expanded,
        ActionEventType.ExpansionPlanned,
        ActionEventType.ExpansionPlanEnded,
        ActionEventType.Tip,
        ActionEventType.TipAcknowledged,
        ActionEventType.CalledBack,
        ActionEventType.CallBackEnded,
        ActionEventType.Anchored,
        ActionEventType.Amended,
        ActionEventType.Preview,
        ActionEventType.Previewed,
    ];

    [Fact]
    public void Diagram_InTheDocs_IsTheTable()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "actions.md"));
        var drawn = Arrow()
            .Matches(text)
            .Select(arrow => (From: arrow.Groups["from"].Value, Event: arrow.Groups["event"].Value, To: arrow.Groups["to"].Value));
        var coded = ActionLifeCycle.Transitions.Select(row => (From: Name(row.From), row.Event, To: Name(row.To)));
        Assert.Equal(coded.Prepend(("[*]", ActionEventType.Drafted, Name(ActionStatus.Draft))).Order(), drawn.Order());
    }

    /// <summary>Every state against every event: nothing may happen but this.</summary>
    [Fact]
    public void Table_EveryStateAndEvent_AllowsExactlyThis()
    {
        (ActionStatus, string, ActionStatus)[] allowed =
        [
            (ActionStatus.Draft, "started", ActionStatus.Active),
            (ActionStatus.Draft, "preview", ActionStatus.Draft),
            (ActionStatus.Draft, "previewed", ActionStatus.Draft),
            (ActionStatus.Active, "selection-completed", ActionStatus.Active),
            (ActionStatus.Active, "paused", ActionStatus.Paused),
            (ActionStatus.Active, "stopped", ActionStatus.Stopped),
            (ActionStatus.Active, "message-added", ActionStatus.Active),
            (ActionStatus.Active, "outcome", ActionStatus.Outcome),
            (ActionStatus.Active, "wave-completed", ActionStatus.Active),
            (ActionStatus.Active, "expanded", ActionStatus.Active),
            (ActionStatus.Active, "expansion-planned", ActionStatus.Active),
            (ActionStatus.Active, "expansion-plan-ended", ActionStatus.Active),
            (ActionStatus.Active, "tip", ActionStatus.Active),
            (ActionStatus.Active, "tip-acknowledged", ActionStatus.Active),
            (ActionStatus.Active, "called-back", ActionStatus.Active),
            (ActionStatus.Active, "call-back-ended", ActionStatus.Active),
            (ActionStatus.Active, "anchored", ActionStatus.Active),
            (ActionStatus.Active, "amended", ActionStatus.Active),
            (ActionStatus.Active, "preview", ActionStatus.Active),
            (ActionStatus.Active, "previewed", ActionStatus.Active),
            (ActionStatus.Stopped, "outcome", ActionStatus.Outcome),
            (ActionStatus.Stopped, "closed", ActionStatus.Closed),
            (ActionStatus.Stopped, "wave-completed", ActionStatus.Stopped),
            (ActionStatus.Stopped, "tip", ActionStatus.Stopped),
            (ActionStatus.Stopped, "tip-acknowledged", ActionStatus.Stopped),
            (ActionStatus.Stopped, "called-back", ActionStatus.Stopped),
            (ActionStatus.Stopped, "call-back-ended", ActionStatus.Stopped),
            (ActionStatus.Stopped, "anchored", ActionStatus.Stopped),
            (ActionStatus.Stopped, "amended", ActionStatus.Stopped),
            (ActionStatus.Paused, "selection-completed", ActionStatus.Paused),
            (ActionStatus.Paused, "resumed", ActionStatus.Active),
            (ActionStatus.Paused, "stopped", ActionStatus.Stopped),
            (ActionStatus.Paused, "message-added", ActionStatus.Paused),
            (ActionStatus.Paused, "outcome", ActionStatus.Outcome),
            (ActionStatus.Paused, "wave-completed", ActionStatus.Paused),
            (ActionStatus.Paused, "expanded", ActionStatus.Paused),
            (ActionStatus.Paused, "expansion-planned", ActionStatus.Paused),
            (ActionStatus.Paused, "expansion-plan-ended", ActionStatus.Paused),
            (ActionStatus.Paused, "tip", ActionStatus.Paused),
            (ActionStatus.Paused, "tip-acknowledged", ActionStatus.Paused),
            (ActionStatus.Paused, "called-back", ActionStatus.Paused),
            (ActionStatus.Paused, "call-back-ended", ActionStatus.Paused),
            (ActionStatus.Paused, "preview", ActionStatus.Paused),
            (ActionStatus.Paused, "previewed", ActionStatus.Paused),
            (ActionStatus.Paused, "anchored", ActionStatus.Paused),
            (ActionStatus.Paused, "amended", ActionStatus.Paused),
            (ActionStatus.Stopped, "previewed", ActionStatus.Stopped),
            (ActionStatus.Outcome, "stopped", ActionStatus.Stopped),
            (ActionStatus.Outcome, "closed", ActionStatus.Closed),
            (ActionStatus.Outcome, "wave-completed", ActionStatus.Outcome),
            (ActionStatus.Outcome, "tip", ActionStatus.Outcome),
            (ActionStatus.Outcome, "tip-acknowledged", ActionStatus.Outcome),
            (ActionStatus.Outcome, "anchored", ActionStatus.Outcome),
            (ActionStatus.Outcome, "amended", ActionStatus.Outcome),
            (ActionStatus.Outcome, "called-back", ActionStatus.Outcome),
            (ActionStatus.Outcome, "call-back-ended", ActionStatus.Outcome),
            (ActionStatus.Outcome, "previewed", ActionStatus.Outcome),
            (ActionStatus.Closed, "called-back", ActionStatus.Closed),
            (ActionStatus.Closed, "call-back-ended", ActionStatus.Closed),
            (ActionStatus.Closed, "previewed", ActionStatus.Closed),
            (ActionStatus.Closed, "archived", ActionStatus.Archived),
            (ActionStatus.Archived, "anchored", ActionStatus.Archived),
            (ActionStatus.Archived, "amended", ActionStatus.Archived),
            (ActionStatus.Closed, "wave-completed", ActionStatus.Closed),
            (ActionStatus.Closed, "tip", ActionStatus.Closed),
            (ActionStatus.Closed, "tip-acknowledged", ActionStatus.Closed),
            (ActionStatus.Closed, "anchored", ActionStatus.Closed),
            (ActionStatus.Closed, "amended", ActionStatus.Closed),
        ];
        var all = Enum.GetValues<ActionStatus>()
            .SelectMany(from => Events.Select(happening => (From: from, Event: happening)))
            .Where(pair => ActionLifeCycle.Allows(pair.From, pair.Event))
            .Select(pair => (pair.From, pair.Event, ActionLifeCycle.After(pair.From, pair.Event)));
        Assert.Equal(allowed.Order(), all.Order());
    }

    [Fact]
    public void After_WhatTheTableDoesNotKnow_StaysWhereItIs() =>
        Assert.Equal(ActionStatus.Stopped, ActionLifeCycle.After(ActionStatus.Stopped, ActionEventType.Stopped));

    private static string Name(ActionStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    [GeneratedRegex(
        @"^ +(?<from>\[\*\]|[a-z-]+) --> (?<to>[a-z-]+) : (?<event>[a-z-]+)\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Arrow();
}
