using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>Whether a letter is still to be sent, and when it is tried again. Pure.</summary>
internal static class LetterPolicy
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private const int MostDoublings = 6;

    /// <summary>Whether it still makes sense: to whoever is asked as long as they are pending, and to nobody who left.</summary>
    public static bool IsWanted(LetterKind kind, ParticipantStatus status) =>
        kind switch
        {
            LetterKind.ConfirmEmail or LetterKind.ConfirmSms => status == ParticipantStatus.Pending,
            LetterKind.Welcome => status is ParticipantStatus.Active or ParticipantStatus.Suspended,
            LetterKind.PhoneTaken => status != ParticipantStatus.Left,
            _ => false,
        };

    /// <summary>When it is tried again: after 1, 2, 4 … minutes, at most an hour.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset NextTry(StoredLetter letter, DateTimeOffset now)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(letter.Attempts, MostDoublings));
        return now + (pause < LongestPause ? pause : LongestPause);
    }
}
