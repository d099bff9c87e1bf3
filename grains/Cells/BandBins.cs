using System.Runtime.InteropServices;
using Burgernet.Cells;

namespace Burgernet.Grains.Cells;

/// <summary>Candidates by distance band, taken out nearest first; each person once, at the nearest place they were found. Not for several threads.</summary>
/// <remarks>Nearest first, few bands are open at a time: their lists are used again, and only who was taken out is kept to the end.</remarks>
internal sealed class BandBins
{
    private const int FirstBands = 128;
    private const int PeopleAtOnce = 32;

    private readonly Stack<List<Candidate>> _spare = [];
    private readonly PersonSet _taken = new();

    // By band; none below the lowest holds anybody.
    private List<Candidate>?[] _open = new List<Candidate>?[FirstBands];
    private int _lowest;
    private List<Candidate>? _out;

    /// <summary>How many people were taken out.</summary>
    public int Taken => _taken.Count;

    /// <summary>Adds who was found.</summary>
    /// <param name="batch">Them.</param>
    /// <param name="except">Those of whom it does not count.</param>
    public void Add(CandidateBatch batch, IReadOnlySet<Guid> except)
    {
        var lastBand = -1;
        List<Candidate>? bin = null;
        foreach (ref readonly var candidate in batch.Candidates)
        {
            if (except.Count > 0 && except.Contains(candidate.ParticipantId))
            {
                continue;
            }

            var band = DistanceBand.Of(candidate.DistanceMetres);
            if (band != lastBand)
            {
                bin = Bin(band);
                lastBand = band;
            }

            bin!.Add(candidate);
        }
    }

    /// <summary>Takes the nearest band out, if it lies below a limit and anybody in it was not taken before.</summary>
    /// <param name="below">The first band that is not complete.</param>
    /// <param name="found">Who is in it: only until the next call.</param>
    public bool TryTake(int below, out FoundBand found)
    {
        Recycle();
        for (var end = Math.Min(below, _open.Length); _lowest < end; _lowest++)
        {
            if (_open[_lowest] is not { } people)
            {
                continue;
            }

            _open[_lowest] = null;
            KeepNew(people);
            _out = people;
            if (people.Count > 0)
            {
                found = new FoundBand(_lowest, people);
                return true;
            }

            Recycle();
        }

        found = default;
        return false;
    }

    /// <summary>Keeps whom nobody was taken for yet, in their order.</summary>
    private void KeepNew(List<Candidate> people)
    {
        var all = CollectionsMarshal.AsSpan(people);
        var kept = 0;
        for (var start = 0; start < all.Length; start += PeopleAtOnce)
        {
            var some = all.Slice(start, Math.Min(PeopleAtOnce, all.Length - start));
            _taken.Touch(some);
            foreach (ref readonly var person in some)
            {
                if (_taken.Add(person.ParticipantId))
                {
                    all[kept++] = person;
                }
            }
        }

        CollectionsMarshal.SetCount(people, kept);
    }

    private void Recycle()
    {
        if (_out is not null)
        {
            _out.Clear();
            _spare.Push(_out);
            _out = null;
        }
    }

    private List<Candidate> Bin(int band)
    {
        if (band >= _open.Length)
        {
            Array.Resize(ref _open, Math.Max(2 * _open.Length, band + 1));
        }

        _lowest = Math.Min(_lowest, band);
        return _open[band] ??= _spare.Count > 0 ? _spare.Pop() : [];
    }
}
