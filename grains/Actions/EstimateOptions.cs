using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Actions;

/// <summary>How people are expected to answer, for estimates (section <c>Burgernet:Estimates</c>). The defaults are those of the practice carrier; an installation sets its own by its reports.</summary>
public sealed class EstimateOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Estimates";

    /// <summary>Share of calls that are answered, by somebody or by voicemail. Default 0.82.</summary>
    [Range(0.0, 1.0)]
    public double AnsweredShare { get; set; } = 0.82;

    /// <summary>Share of calls that ring until the limit. Default 0.09. The rest is busy or fails at once.</summary>
    [Range(0.0, 1.0)]
    public double NoAnswerShare { get; set; } = 0.09;

    /// <summary>From the call to its answer, on average. Default 4.8 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan TimeToAnswer { get; set; } = TimeSpan.FromSeconds(4.8);

    /// <summary>How much of a message is played to those who answer, on average. Default 0.93.</summary>
    [Range(0.0, 1.0)]
    public double ListenedShare { get; set; } = 0.93;

    /// <summary>How long a line is taken by a call that is busy or fails. Default 0.6 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan TimeToFail { get; set; } = TimeSpan.FromSeconds(0.6);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AnsweredShare + NoAnswerShare > 1)
        {
            yield return new ValidationResult(
                $"{Section}: AnsweredShare and NoAnswerShare are shares of the same calls and come to at most 1",
                [nameof(AnsweredShare), nameof(NoAnswerShare)]
            );
        }
    }
}
