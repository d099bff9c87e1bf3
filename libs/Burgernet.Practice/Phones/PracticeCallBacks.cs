namespace Burgernet.Practice;

/// <summary>Phones that call back the number that called them, and the control rooms' phones that callers are put through to.</summary>
public sealed record PracticeCallBacks
{
    /// <summary>Which of all phones call back, 0 to 1, whatever they did when they were called: a property of the phone like its behaviour. Default 0.</summary>
    public double Share { get; init; }

    /// <summary>From the end of the call to the call back, half to one and a half times so long. Scaled by <see cref="PracticeCarrierOptions.Pace"/>. Default 20 s.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a phone that called back stays on the line. Scaled by <see cref="PracticeCarrierOptions.Pace"/>. Default 30 s.</summary>
    public TimeSpan StaysFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Practice numbers of control rooms: their phones always answer, say something and stay until the caller hangs up. Default none.</summary>
    public IReadOnlyCollection<string> ControlRooms { get; init; } = [];

    /// <summary>Why these settings cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems()
    {
        if (!double.IsFinite(Share) || Share is < 0 or > 1)
        {
            yield return $"CallBacks.Share is {Share}: it lies between 0 and 1.";
        }

        if (After < TimeSpan.Zero || StaysFor <= TimeSpan.Zero)
        {
            yield return $"CallBacks.After is {After} and StaysFor {StaysFor}: 0 or more, and longer than 0.";
        }

        foreach (var number in ControlRooms.Where(number => !PracticeNumbers.IsPractice(number)))
        {
            yield return $"CallBacks.ControlRooms has {number[..Math.Min(6, number.Length)]}…, which is no practice number.";
        }
    }
}
