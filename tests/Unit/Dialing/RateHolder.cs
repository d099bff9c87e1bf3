using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>A dialer that starts as many calls as it may, and whose leases may be on their way for long, or lost.</summary>
internal sealed class RateHolder(string name, Func<LeaseBook> book, TimeSpan valid)
{
    private readonly RateWindow _rate = new(TimeSpan.TicksPerSecond);
    private int _share;
    private int _told = int.MaxValue;
    private DateTimeOffset _until;
    private (int Share, DateTimeOffset Until)? _onItsWay;

    /// <summary>When it began calls.</summary>
    public List<DateTimeOffset> Starts { get; } = [];

    public void Do(int what, int starts, DateTimeOffset now)
    {
        switch (what)
        {
            case 0:
                Ask(now);
                break;
            case 1 when _onItsWay is { } reply:
                (_share, _until, _told, _onItsWay) = (reply.Share, reply.Until, int.MaxValue, null);
                break;
            case 2:
                _onItsWay = null;
                break;
            case 3 when starts == 0:
                book().Release(name, now);
                (_share, _until, _onItsWay) = (0, now, null);
                break;
            default:
                Start(starts, now);
                break;
        }
    }

    private void Ask(DateTimeOffset now)
    {
        var count = _rate.Count(now.Ticks);
        _told = Math.Min(_told, count);
        _onItsWay = (book().Grant(name, 0, now, count).CallsPerSecond, now + valid);
    }

    private void Start(int starts, DateTimeOffset now)
    {
        for (; starts > 0 && now < _until; starts--)
        {
            if (Math.Min(_share, _told) - _rate.Count(now.Ticks) <= 0)
            {
                return;
            }

            _rate.Start(now.Ticks, Math.Max(1, _share));
            Starts.Add(now);
        }
    }
}
