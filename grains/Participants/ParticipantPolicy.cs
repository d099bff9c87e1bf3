using Burgernet.Mail;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Who may become what, and when. Pure: from the row as it stands to the row one version on, or the reason why not.</summary>
internal static class ParticipantPolicy
{
    /// <summary>A pending sign-up is confirmed.</summary>
    public static ParticipantDecision Confirm(ParticipantRow? row, ConfirmationMethod method, DateTimeOffset now) =>
        Living(row) is { } no ? no
        : method == ConfirmationMethod.None || !Enum.IsDefined(method) ? new(ParticipantRefusalCode.ConfirmationMissing)
        : row!.Status != ParticipantStatus.Pending ? new(ParticipantRefusalCode.NotPending)
        : new(Next(row, ParticipantStatus.Active, now) with { Confirmation = new Confirmation(method, now) });

    /// <summary>Whether the profile may be replaced.</summary>
    /// <param name="row">The row as it stands.</param>
    /// <param name="ifVersion">The version that the caller saw, or null.</param>
    /// <returns>The reason why not, or null.</returns>
    public static ParticipantDecision? WhyNotChange(ParticipantRow? row, long? ifVersion) =>
        Living(row) is { } no ? no
        : ifVersion is { } version && version != row!.Version ? new(ParticipantRefusalCode.VersionChanged)
        : null;

    /// <summary>Somebody active is not called for a while.</summary>
    public static ParticipantDecision Suspend(ParticipantRow? row, DateTimeOffset now) =>
        Living(row) is { } no ? no
        : row!.Status != ParticipantStatus.Active ? new(ParticipantRefusalCode.NotActive)
        : new(Next(row, ParticipantStatus.Suspended, now));

    /// <summary>Somebody suspended takes part again.</summary>
    public static ParticipantDecision Resume(ParticipantRow? row, DateTimeOffset now) =>
        Living(row) is { } no ? no
        : row!.Status != ParticipantStatus.Suspended ? new(ParticipantRefusalCode.NotSuspended)
        : new(Next(row, ParticipantStatus.Active, now));

    /// <summary>Somebody leaves, at any moment.</summary>
    public static ParticipantDecision Leave(ParticipantRow? row, DateTimeOffset now) =>
        Living(row) is { } no ? no : new(Next(row!, ParticipantStatus.Left, now) with { LeftAt = now });

    /// <summary>
    /// Somebody wants no mail of a list any more; no other rule is looked at, for nobody may be kept on a list. A location where there was nothing but mail goes; with the last one they leave.
    /// </summary>
    public static ParticipantDecision Unsubscribe(ParticipantRow? row, MailList list, DateTimeOffset now)
    {
        if (Living(row) is { } no)
        {
            return no;
        }

        var next = Next(row!, row!.Status, now) with { WantsArticles = false };
        if (list == MailList.Articles)
        {
            return new(next);
        }

        var locations = row
            .Locations.Select(location => location with { Channels = location.Channels & ~ContactChannels.Email })
            .Where(location => location.Channels != ContactChannels.None)
            .ToArray();
        return locations.Length == 0
            ? new(Next(row, ParticipantStatus.Left, now) with { WantsArticles = false, LeftAt = now })
            : new(next with { Locations = locations });
    }

    /// <summary>Whether somebody gets mail of a list, as the register has them.</summary>
    public static bool IsSubscribed(ParticipantRow row, MailList list) =>
        row.WantsArticles || (list == MailList.All && row.Locations.Any(location => location.Channels.HasFlag(ContactChannels.Email)));

    /// <summary>Everything personal goes; also of who left before.</summary>
    public static ParticipantDecision Erase(ParticipantRow? row, DateTimeOffset now) =>
        row is null ? new(ParticipantRefusalCode.Unknown)
        : row.ErasedAt is not null ? new(ParticipantRefusalCode.Erased)
        : new(
            Next(row, ParticipantStatus.Left, now) with
            {
                LeftAt = row.LeftAt ?? now,
                ErasedAt = now,
                TargetGroups = 0,
                WantsArticles = false,
                Sealed = null,
                Locations = [],
                Lookups = [],
            }
        );

    /// <summary>A sign-up that was never confirmed goes.</summary>
    public static ParticipantDecision Forget(ParticipantRow? row, DateTimeOffset now) =>
        row is { Status: not ParticipantStatus.Pending, ErasedAt: null } ? new(ParticipantRefusalCode.NotPending) : Erase(row, now);

    /// <summary>The cells that hear of a change: where somebody active was, and where somebody active is.</summary>
    public static IReadOnlyList<ulong> CellsToTell(ParticipantRow? before, ParticipantRow after) =>
        [.. Cells(before).Concat(Cells(after)).Distinct().Order()];

    private static IEnumerable<ulong> Cells(ParticipantRow? row) =>
        row is { Status: ParticipantStatus.Active } ? row.Locations.Select(location => location.Cell) : [];

    private static ParticipantDecision? Living(ParticipantRow? row) =>
        row is null ? new(ParticipantRefusalCode.Unknown)
        : row.ErasedAt is not null ? new(ParticipantRefusalCode.Erased)
        : row.Status == ParticipantStatus.Left ? new(ParticipantRefusalCode.AlreadyLeft)
        : null;

    private static ParticipantRow Next(ParticipantRow row, ParticipantStatus status, DateTimeOffset now) =>
        row with
        {
            Version = row.Version + 1,
            Status = status,
            ChangedAt = now,
        };
}
