namespace Burgernet.Grains.Kinds;

/// <summary>What an installation decides for one kind of action (section <c>Burgernet:Kinds:{kind}</c>); what is not set keeps its default.</summary>
public sealed class KindSettings
{
    /// <summary>No quiet hours, retries or deadline at all.</summary>
    public const string None = "none";

    /// <summary><c>urgent</c>, <c>normal</c> or <c>low</c>.</summary>
    public string? Urgency { get; set; }

    /// <summary>When nobody is called, by the Dutch wall clock: <c>22:00-08:00</c>, or <c>none</c>.</summary>
    public string? QuietHours { get; set; }

    /// <summary>Whether a dispatcher may call in quiet hours, with a reason.</summary>
    public bool? QuietHoursMayBeOverridden { get; set; }

    /// <summary>How long after each try that reached nobody the next may leave: <c>00:01:00,00:03:00</c> for two more tries, or <c>none</c>.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>How long after the start the last attempt may leave: <c>02:00:00</c>, or <c>none</c>.</summary>
    public string? Deadline { get; set; }

    /// <summary>The largest area in square kilometres, above 0.</summary>
    public double? LargestAreaSquareKilometres { get; set; }

    /// <summary>Calling more people than this takes a confirmation; 0 or more.</summary>
    public int? ConfirmAbove { get; set; }

    /// <summary>Euro for each call that is answered, 0 or more.</summary>
    public decimal? EuroPerAnswer { get; set; }

    /// <summary>Euro for each minute that a call is answered, 0 or more.</summary>
    public decimal? EuroPerMinute { get; set; }

    /// <summary>Euro for each SMS. Default 0.06.</summary>
    public decimal? EuroPerSms { get; set; }

    /// <summary>By what actions may reach people: <c>voice</c>, the only one that can be delivered.</summary>
    public string? Media { get; set; }

    /// <summary>First sentence of a spoken message in Dutch.</summary>
    public string? OpeningDutch { get; set; }

    /// <summary>First sentence of a spoken message in English.</summary>
    public string? OpeningEnglish { get; set; }

    /// <summary>Last sentences of a spoken message in Dutch, with <c>{number}</c> for the call-back number.</summary>
    public string? ClosingDutch { get; set; }

    /// <summary>Last sentences of a spoken message in English, with <c>{number}</c> for the call-back number.</summary>
    public string? ClosingEnglish { get; set; }
}
