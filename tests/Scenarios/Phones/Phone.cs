using Xunit;

namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>One participant's phone, as a test speaks of it.</summary>
internal sealed class Phone(PhoneNetwork network, string number)
{
    public string Number => number;

    public PhoneHabit Habit { get; private set; } = PhoneHabit.Answers;

    /// <summary>Calls that the carrier still turns away before it puts one through.</summary>
    public int TurnsAway { get; set; }

    /// <summary>Calls that it is still busy for, whatever its habit.</summary>
    public int BusyTimes { get; set; }

    /// <summary>Milliseconds of the message that are played by the time we hang up on it.</summary>
    public int HasHeard { get; set; }

    public IReadOnlyList<PlacedCall> Calls => network.CallsTo(number);

    public Phone Is(PhoneHabit habit)
    {
        Habit = habit;
        return this;
    }

    public Task ShouldRing() => PhoneNetwork.Until($"{number} rings", () => Calls.Count > 0);

    public Task ShouldBeAnswered() => PhoneNetwork.Until($"{number} is answered", () => Calls.Any(call => call.Answered));

    public void ShouldNotHaveRung() => Assert.Empty(Calls);

    public PlacedCall ShouldHaveRungOnce() => Assert.Single(Calls);

    /// <summary>Whoever holds the line hangs up.</summary>
    public void HangUp() => network.HangUp(Calls[^1]);
}
