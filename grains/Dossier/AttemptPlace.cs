using System.Globalization;

namespace Burgernet.Grains.Dossier;

/// <summary>A place in a list of attempts, by message, participant, channel and number: everything up to and including one was read.</summary>
/// <param name="Message">Its message.</param>
/// <param name="Participant">Of whom.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Attempt">Its number.</param>
public readonly record struct AttemptPlace(int Message, Guid Participant, string Channel, int Attempt)
{
    /// <summary>Before the first.</summary>
    public static AttemptPlace Start => new(0, Guid.Empty, "", 0);

    /// <summary>From its text.</summary>
    /// <exception cref="FormatException">Not the text of a place.</exception>
    public static AttemptPlace Parse(string? text, Pseudonyms pseudonyms)
    {
        ArgumentNullException.ThrowIfNull(pseudonyms);
        return text is null ? Start
            : text.Split('.') is [var message, var hidden, var channel, var attempt]
            && int.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
                ? new AttemptPlace(number, pseudonyms.Show(hidden), channel, which)
            : throw new FormatException("Not a place in a list of attempts");
    }

    /// <summary>Its text, in which the participant is hidden.</summary>
    public string Text(Pseudonyms pseudonyms)
    {
        ArgumentNullException.ThrowIfNull(pseudonyms);
        return string.Create(CultureInfo.InvariantCulture, $"{Message}.{pseudonyms.Hide(Participant)}.{Channel}.{Attempt}");
    }
}
