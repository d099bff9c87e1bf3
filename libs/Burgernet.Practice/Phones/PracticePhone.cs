namespace Burgernet.Practice;

/// <summary>How one practice phone reacts to a call; the same at every call, until seed or mix change.</summary>
public readonly record struct PracticePhone
{
    /// <summary>What it does.</summary>
    public required PracticePhoneBehaviour Behaviour { get; init; }

    /// <summary>From the INVITE to the first ring (180) or the busy tone (486).</summary>
    public required TimeSpan SetUp { get; init; }

    /// <summary>From the first ring to the answer (200); zero where it never answers.</summary>
    public required TimeSpan AnswersAfter { get; init; }

    /// <summary>From the answer's ACK to hanging up or pressing 1; zero where it does neither.</summary>
    public required TimeSpan ActsAfter { get; init; }

    /// <summary>The final SIP status that it causes by itself: 200, 486, 480, 404; 0 where the caller must give up (487).</summary>
    public required int StatusCode { get; init; }

    /// <summary>The same phone with all its delays multiplied.</summary>
    /// <param name="factor">0.1 is ten times as fast.</param>
    public PracticePhone AtPace(double factor) =>
        this with
        {
            SetUp = SetUp * factor,
            AnswersAfter = AnswersAfter * factor,
            ActsAfter = ActsAfter * factor,
        };
}
