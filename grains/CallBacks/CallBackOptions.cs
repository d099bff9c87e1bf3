using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Burgernet.Grains.CallBacks;

/// <summary>The call-back line (section <c>Burgernet:CallBack</c>): who calls the number that called hears the message and is put through to the control room. Off unless it is turned on.</summary>
public sealed partial class CallBackOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:CallBack";

    /// <summary>Whether calls are taken, at every carrier with a <c>CallBackNumber</c>. Default no: who calls gets 480.</summary>
    public bool Enabled { get; set; }

    /// <summary>The control room's own number, E.164, for those that <see cref="ControlRooms"/> does not name. Default none.</summary>
    public string? ControlRoomNumber { get; set; }

    /// <summary>The own number of a control room, by its id, E.164.</summary>
    public IDictionary<string, string> ControlRooms { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long the control room's phone may ring. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:03:00")]
    public TimeSpan RingLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the control room is tried for one caller. Default 2.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 2;

    /// <summary>How long after a failed attempt the next one follows. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan BetweenAttempts { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the busy tone is heard where the control room was not reached. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan BusyTone { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a caller may wait for free lines; it rings meanwhile. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long caller and control room may be connected. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "06:00:00")]
    public TimeSpan LongestConversation { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Calls that may be under way at once at a carrier of this node, whatever lines there are. Default 500.</summary>
    [Range(1, 100_000)]
    public int MostCallers { get; set; } = 500;

    /// <summary>WAV file with the sentence for callers who are unknown, withhold their number, or have nothing to hear: Dutch, then English. Default none: they are put through at once.</summary>
    public string? GeneralMessageFile { get; set; }

    /// <summary>The number of a control room, or null.</summary>
    /// <param name="controlRoom">Its id; null for that of nobody in particular.</param>
    public string? NumberOf(string? controlRoom) =>
        controlRoom is not null && ControlRooms.TryGetValue(controlRoom, out var own) ? own : ControlRoomNumber;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && ControlRoomNumber is null && ControlRooms.Count == 0)
        {
            yield return new ValidationResult(
                $"{Section}: callers are put through to the control room, so its number is needed: {nameof(ControlRoomNumber)}, or one for each in {nameof(ControlRooms)}",
                [nameof(ControlRoomNumber)]
            );
        }

        foreach (var (name, number) in ControlRooms.Prepend(new(nameof(ControlRoomNumber), ControlRoomNumber ?? "+31000000")))
        {
            if (!E164().IsMatch(number))
            {
                yield return new ValidationResult(
                    $"{Section}: the number of {name} is to be in E.164 form with the plus sign, such as +31570123456",
                    [nameof(ControlRooms)]
                );
            }
        }

        if (GeneralMessageFile is { } file && !File.Exists(file))
        {
            yield return new ValidationResult($"{Section}: there is no file {file}", [nameof(GeneralMessageFile)]);
        }
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164();
}
