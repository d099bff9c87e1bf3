using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Burgernet.Cells;

namespace Burgernet.Grains.Cells;

/// <summary>A set of up to some million people that only grows: 16 bytes a place, at most two places in three taken, one look at memory for most questions.</summary>
internal sealed class PersonSet
{
    private const int FirstPlaces = 256;

    // Open addressing, linear; a place with the empty id is free, so that id is counted apart.
    private Guid[] _places = new Guid[FirstPlaces];
    private bool _holdsEmpty;
    private ulong _touched;

    /// <summary>How many are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Adds somebody.</summary>
    /// <returns>Whether they were not in it.</returns>
    public bool Add(Guid person)
    {
        if (person == Guid.Empty)
        {
            var added = !_holdsEmpty;
            _holdsEmpty = true;
            Count += added ? 1 : 0;
            return added;
        }

        if (3 * (Count + 1) > 2 * _places.Length)
        {
            Grow();
        }

        ref var place = ref Place(_places, person);
        if (place == person)
        {
            return false;
        }

        place = person;
        Count++;
        return true;
    }

    /// <summary>Brings the places of some people into the caches, many at a time: where the set is large, each is a wait for memory of its own otherwise.</summary>
    /// <param name="people">Who will be added next; some dozens.</param>
    public void Touch(ReadOnlySpan<Candidate> people)
    {
        var places = _places;
        var seen = 0UL;
        foreach (ref readonly var person in people)
        {
            seen ^= Unsafe.As<Guid, ulong>(ref places[First(person.ParticipantId, places.Length)]);
        }

        // Read for nothing, but not for nobody: the compiler must not leave it out.
        _touched = seen;
    }

    private static ref Guid Place(Guid[] places, Guid person)
    {
        var mask = places.Length - 1;
        for (var at = First(person, places.Length); ; at = (at + 1) & mask)
        {
            ref var place = ref places[at];
            if (place == person || place == Guid.Empty)
            {
                return ref place;
            }
        }
    }

    private static int First(Guid person, int places) => (int)(Hash(person) >> 32) & (places - 1);

    // Ids may be random, or count up: the product spreads either over the upper half.
    private static ulong Hash(Guid person)
    {
        var halves = Unsafe.BitCast<Guid, Vector128<ulong>>(person);
        return (halves[0] ^ ulong.RotateLeft(halves[1], 32)) * 0x9E3779B97F4A7C15UL;
    }

    private void Grow()
    {
        var places = new Guid[4 * _places.Length];
        foreach (var person in _places)
        {
            if (person != Guid.Empty)
            {
                Place(places, person) = person;
            }
        }

        _places = places;
    }
}
