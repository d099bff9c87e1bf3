namespace Burgernet.Sip.Transport;

/// <summary>Our connections to one place, used in turn; each is opened when it is first needed.</summary>
/// <param name="target">The place, and the trunk whose settings hold.</param>
/// <param name="isPeer">Whether it is the trunk's own address: there may be several, and they are kept.</param>
internal sealed class ConnectionPool(Hop target, bool isPeer)
{
    private readonly StreamConnection?[] _members = new StreamConnection?[isPeer ? target.Trunk!.Options.Connections : 1];
    private int _turn;

    public Hop Target => target;

    public bool IsPeer => isPeer;

    /// <summary>Until when none is opened, after one that could not be.</summary>
    public long RestsUntil { get; set; } = long.MinValue;

    /// <summary>Why the last one ended.</summary>
    public SipConnectionFailure LastFailure { get; set; }

    public bool IsEmpty => Any() is null;

    /// <summary>The member whose turn it is; null where that place is free.</summary>
    public StreamConnection? Next(out int place)
    {
        place = _turn;
        _turn = _turn + 1 == _members.Length ? 0 : _turn + 1;
        return _members[place];
    }

    /// <summary>Some member, where the one whose turn it is cannot be had.</summary>
    public StreamConnection? Any() => Array.Find(_members, static member => member is not null);

    public void Put(int place, StreamConnection member) => _members[place] = member;

    public void Remove(StreamConnection member)
    {
        var place = Array.IndexOf(_members, member);
        if (place >= 0)
        {
            _members[place] = null;
        }
    }
}
