using Burgernet.Actions;
using Burgernet.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>The waves of an action and the plan by which it grows, as its events tell them.</summary>
internal sealed class WaveList
{
    private readonly List<ActionWave> _waves = [];
    private ExpansionPlannedData? _plan;
    private DateTimeOffset _plannedAt;

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ActionWave> All => _waves;

    /// <summary>The first whose people are still looked for, or null.</summary>
    public ActionWave? Open => _waves.Find(wave => wave.Selected is null);

    /// <summary>Whether everyone is selected.</summary>
    public bool SelectionCompleted => _waves.Count > 0 && Open is null;

    /// <summary>When the last one was made: from then on its people may be called until the deadline of the kind.</summary>
    public DateTimeOffset? LastAt => _waves.Count == 0 ? null : _waves[^1].At;

    /// <summary>The plan and when it was made, while there is one.</summary>
    public (ExpansionPlannedData Plan, DateTimeOffset At)? Plan => _plan is null ? null : (_plan, _plannedAt);

    /// <summary>How far the plan came, in metres.</summary>
    public double PlanRadius { get; private set; }

    /// <summary>A wave begins.</summary>
    public void Begin(WaveKind kind, ActionEvent happened, Area area)
    {
        _waves.Add(new ActionWave(_waves.Count + 1, kind, happened.At, happened.Actor.Dispatcher, area, null));
        if (kind == WaveKind.Ring && area is CircleArea circle)
        {
            PlanRadius = circle.RadiusMetres;
        }
    }

    /// <summary>Everyone of a wave is selected.</summary>
    /// <param name="number">The wave.</param>
    /// <param name="selectedInAll">People of all waves until then.</param>
    public void Selected(int number, int selectedInAll)
    {
        var before = _waves.Where(wave => wave.Number < number).Sum(wave => wave.Selected ?? 0);
        _waves[number - 1] = _waves[number - 1] with { Selected = Math.Max(0, selectedInAll - before) };
    }

    /// <summary>A plan is made; it takes the place of one before.</summary>
    public void Begin(ExpansionPlannedData plan, DateTimeOffset at) => (_plan, _plannedAt, PlanRadius) = (plan, at, plan.StartRadiusMetres);

    /// <summary>The plan has come to its end, or the action has.</summary>
    public void EndPlan() => _plan = null;

    /// <summary>What a wave has that none before it had.</summary>
    public Area New(ActionWave wave) => NewIn(wave.Area, _waves.Where(other => other.Number < wave.Number));

    /// <summary>What an area has that none of the waves had.</summary>
    public Area NewIn(Area area) => NewIn(area, _waves);

    /// <summary>The radius of the largest circle around a point that it has, or null.</summary>
    public double? CircleAround(GeoPoint center) =>
        _waves
            .Select(wave => Whole(wave.Area))
            .OfType<CircleArea>()
            .Where(circle => circle.Center == center)
            .Max(circle => (double?)circle.RadiusMetres);

    private static Area NewIn(Area area, IEnumerable<ActionWave> before) =>
        before.Aggregate(area, (rest, wave) => new AreaWithout(rest, Whole(wave.Area)));

    /// <summary>What a wave left out stays out: no expansion, and no ring that grows by itself, brings it back.</summary>
    private static Area Whole(Area area) => area is AreaWithout less ? Whole(less.Of) : area;
}
