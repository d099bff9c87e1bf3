using System.ComponentModel.DataAnnotations;

namespace Burgernet.Silo.Mail;

/// <summary>The mailboxes of practice participants (section <c>Burgernet:Practice:Mail</c>): how many of a hundred are not as they should be. What is left takes every mail at once.</summary>
public sealed class PracticeMailOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Practice:Mail";

    private const double All = 100;

    /// <summary>Which population of mailboxes. Default 2012.</summary>
    public long Seed { get; set; } = 2012;

    /// <summary>Do not exist: refused for good (550). Default 1.</summary>
    [Range(0, All)]
    public double NoMailbox { get; set; } = 1;

    /// <summary>Are full: taken, and sent back a while later (5.2.2). Default 2.</summary>
    [Range(0, All)]
    public double Full { get; set; } = 2;

    /// <summary>Are greylisted: refused at the first try (450) and taken at the next. Default 2.</summary>
    [Range(0, All)]
    public double Later { get; set; } = 2;

    /// <summary>How long until a mail to a full mailbox comes back. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan BounceAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (NoMailbox + Full + Later > All)
        {
            yield return new ValidationResult("NoMailbox, Full and Later are of a hundred, and together not more", [nameof(NoMailbox)]);
        }
    }
}
