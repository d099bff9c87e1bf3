using Burgernet.Cells;

namespace Burgernet.Grains.Cells;

/// <summary>Candidates by distance band, taken out nearest first; each person once, at the nearest place they were found. Not for several threads.</summary>
/// <remarks>Nearest first, few bands are open at a time: their lists are used again, and only who was taken out is kept to the end.</remarks>
internal sealed class BandBins
{
    private readonly SortedDictionary<int, List<Candidate>> _open = [];
    private readonly Stack<List<Candidate>> _spare = [];
    private readonly HashSet<Guid> _taken = [];
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
        while (_open.Count > 0)
        {
            var (band, people) = _open.First();
            if (band >= below)
            {
                break;
            }

            _open.Remove(band);
            people.RemoveAll(person => !_taken.Add(person.ParticipantId));
            _out = people;
            if (people.Count > 0)
            {
                found = new FoundBand(band, people);
                return true;
            }

            Recycle();
        }

        found = default;
        return false;
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
        if (!_open.TryGetValue(band, out var bin))
        {
            _open[band] = bin = _spare.Count > 0 ? _spare.Pop() : [];
        }

        return bin;
    }
}
