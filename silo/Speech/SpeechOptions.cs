using System.ComponentModel.DataAnnotations;
using Burgernet.Participants;

namespace Burgernet.Silo.Speech;

/// <summary>The program that speaks text (section <c>Burgernet:Speech</c>). Where it is not installed, text is refused and recordings go on as before.</summary>
public sealed class SpeechOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Speech";

    /// <summary>The program: its name on PATH, or the full path of a file that is there. It takes the arguments of espeak-ng. Default <c>espeak-ng</c>.</summary>
    [Required]
    public string Program { get; set; } = "espeak-ng";

    /// <summary>How fast it speaks, in words a minute, 80 to 300. Default 140: a message that is heard once, without warning, on a phone.</summary>
    [Range(80, 300)]
    public int WordsPerMinute { get; set; } = 140;

    /// <summary>The voice for Dutch, by the program's own name for it. Default <c>nl</c>.</summary>
    [RegularExpression(VoiceName, ErrorMessage = VoiceFault)]
    [Required]
    public string DutchVoice { get; set; } = "nl";

    /// <summary>The voice for English. Default <c>en</c>, the British one.</summary>
    [RegularExpression(VoiceName, ErrorMessage = VoiceFault)]
    [Required]
    public string EnglishVoice { get; set; } = "en";

    /// <summary>How long it may take for one message. Default 5 s; a minute of speech takes it about 0.1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:00:07")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many may run at once on a node, 1 to 64; others wait up to two seconds for their turn. Default 2.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 2;

    // Not with a dash, which would be another argument.
    private const string VoiceName = "[A-Za-z][A-Za-z0-9+_/-]{0,63}";
    private const string VoiceFault = "{0} is a name of letters, digits and + _ / -, at most 64";

    /// <summary>The voice for a language.</summary>
    public string VoiceOf(Language language) => language == Language.English ? EnglishVoice : DutchVoice;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Program.Contains('/', StringComparison.Ordinal) && !File.Exists(Program))
        {
            yield return new ValidationResult(
                $"{Section}:Program '{Program}' is not there; give the path of espeak-ng, or its name alone",
                [nameof(Program)]
            );
        }
    }
}
