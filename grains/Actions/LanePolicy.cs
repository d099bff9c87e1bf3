namespace Burgernet.Grains.Actions;

/// <summary>How many lanes an action gets: fixed when it starts.</summary>
public static class LanePolicy
{
    /// <summary>Participants that one lane is meant for.</summary>
    public const int ParticipantsPerLane = 1_000;

    /// <summary>Most lanes of an action.</summary>
    public const int MostLanes = 64;

    /// <summary>The number of lanes for an expected number of participants: one per thousand, 2 at least so that every action can use two silos.</summary>
    public static int CountFor(int participants) =>
        Math.Clamp((participants + ParticipantsPerLane - 1) / ParticipantsPerLane, 2, MostLanes);
}
