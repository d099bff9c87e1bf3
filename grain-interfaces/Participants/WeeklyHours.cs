using System.Globalization;

namespace Burgernet.Participants;

/// <summary>When somebody may be reached: windows of the Dutch week, or always. Small, immutable, equal when it says the same.</summary>
/// <remarks>
/// By the wall clock: in the hour that an autumn night has twice a window is open twice, and a window that lies wholly in the hour that a spring
/// night skips is not open that night. Stored as 4 bytes a window: 7 bits for the days, 11 for from, 11 for until.
/// </remarks>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.weekly-hours")]
public readonly struct WeeklyHours : IEquatable<WeeklyHours>
{
    /// <summary>The most windows.</summary>
    public const int MostWindows = 21;

    private const int BytesAWindow = 4;

    // Sorted, without doubles; null is always.
    [Id(0)]
    private readonly uint[]? _windows;

    private WeeklyHours(uint[] windows) => _windows = windows;

    /// <summary>At any time.</summary>
    public static WeeklyHours Always => default;

    /// <summary>Whether it is at any time.</summary>
    public bool IsAlways => _windows is null;

    /// <summary>The windows in a fixed order; none for always.</summary>
    public IReadOnlyList<HoursWindow> Windows => _windows is null ? [] : Array.ConvertAll(_windows, Unpack);

    /// <summary>From windows.</summary>
    /// <param name="windows">1 to <see cref="MostWindows"/>; they may overlap.</param>
    /// <param name="hours">The hours, or always when the windows cannot be right.</param>
    /// <returns>Whether there are windows, not too many, and each is valid.</returns>
    public static bool TryCreate(ReadOnlySpan<HoursWindow> windows, out WeeklyHours hours)
    {
        hours = Always;
        if (windows.Length is 0 or > MostWindows)
        {
            return false;
        }

        // Windows of the same times are one, so that the same hours are equal however they were written down.
        var days = new SortedDictionary<(int From, int Until), DaysOfWeek>();
        foreach (var window in windows)
        {
            if (!window.IsValid)
            {
                return false;
            }

            var times = (window.FromMinute, window.UntilMinute);
            days[times] = days.GetValueOrDefault(times) | window.Days;
        }

        hours = new WeeklyHours([.. days.Select(window => Pack(new HoursWindow(window.Value, window.Key.From, window.Key.Until)))]);
        return true;
    }

    /// <summary>From the bytes of <see cref="ToBytes"/>.</summary>
    /// <param name="bytes">The stored form.</param>
    /// <exception cref="FormatException">Not such bytes.</exception>
    public static WeeklyHours FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return Always;
        }

        var windows = new HoursWindow[bytes.Length / BytesAWindow];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = Unpack(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[(i * BytesAWindow)..]));
        }

        return bytes.Length % BytesAWindow == 0 && TryCreate(windows, out var hours)
            ? hours
            : throw new FormatException("Not the bytes of weekly hours");
    }

    /// <summary>Whether somebody may be reached at an instant.</summary>
    public bool IsOpen(DateTimeOffset instant) => IsAlways || IsOpen(WeekMinute.At(instant));

    /// <summary>Whether somebody may be reached at a minute of the week; allocates nothing.</summary>
    public bool IsOpen(WeekMinute at)
    {
        if (_windows is null)
        {
            return true;
        }

        var today = (DaysOfWeek)(1 << at.Day);
        var yesterday = (DaysOfWeek)(1 << ((at.Day + 6) % 7));
        foreach (var packed in _windows)
        {
            var window = Unpack(packed);
            var crossesMidnight = window.UntilMinute <= window.FromMinute;
            if (
                (window.Days & today) != DaysOfWeek.None
                && at.Minute >= window.FromMinute
                && (crossesMidnight || at.Minute < window.UntilMinute)
            )
            {
                return true;
            }

            if (crossesMidnight && (window.Days & yesterday) != DaysOfWeek.None && at.Minute < window.UntilMinute)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The stored form: empty for always, else 4 bytes a window.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[(_windows?.Length ?? 0) * BytesAWindow];
        for (var i = 0; i < bytes.Length / BytesAWindow; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * BytesAWindow), _windows![i]);
        }

        return bytes;
    }

    /// <inheritdoc/>
    public bool Equals(WeeklyHours other) => _windows.AsSpan().SequenceEqual(other._windows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WeeklyHours other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var window in _windows.AsSpan())
        {
            hash.Add(window);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether two say the same.</summary>
    public static bool operator ==(WeeklyHours left, WeeklyHours right) => left.Equals(right);

    /// <summary>Whether two say something else.</summary>
    public static bool operator !=(WeeklyHours left, WeeklyHours right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() =>
        IsAlways
            ? "always"
            : string.Join(", ", Windows.Select(window => $"{window.Days} {Clock(window.FromMinute)}-{Clock(window.UntilMinute)}"));

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}:{minute % 60:D2}");

    private static uint Pack(HoursWindow window) => ((uint)window.Days << 22) | ((uint)window.FromMinute << 11) | (uint)window.UntilMinute;

    private static HoursWindow Unpack(uint packed) => new((DaysOfWeek)(packed >> 22), (int)((packed >> 11) & 0x7FF), (int)(packed & 0x7FF));
}
