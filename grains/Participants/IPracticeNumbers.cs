namespace Burgernet.Grains.Participants;

/// <summary>Which numbers ring on the practice carrier only, and whether they may be registered. The node implements it.</summary>
public interface IPracticeNumbers
{
    /// <summary>Whether every carrier of this installation stays on this machine: only then may practice numbers be in the register.</summary>
    bool Allowed { get; }

    /// <summary>Whether a number is a practice number.</summary>
    /// <param name="e164">A number in E.164 form with the plus sign.</param>
    bool IsPractice(ReadOnlySpan<char> e164);
}
