namespace Burgernet.Sip.Media;

/// <summary>Legs in the order in which they came, chained through themselves: keeps each leg's place from turn to turn, and allocates nothing.</summary>
internal struct LegQueue
{
    private RtpLeg? _first;
    private RtpLeg? _last;

    public int Count { get; private set; }

    public void Add(RtpLeg leg)
    {
        leg.Next = null;
        if (_last is null)
        {
            _first = leg;
        }
        else
        {
            _last.Next = leg;
        }

        _last = leg;
        Count++;
    }

    public RtpLeg Take()
    {
        var leg = _first!;
        _first = leg.Next;
        if (_first is null)
        {
            _last = null;
        }

        leg.Next = null;
        Count--;
        return leg;
    }
}
