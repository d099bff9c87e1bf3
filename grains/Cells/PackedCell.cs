using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>The subscriptions of a cell in one block of memory: 32 bytes each, and the hours and groups that they share. Immutable.</summary>
/// <remarks>Silos of one cluster share their byte order.</remarks>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.packed-cell")]
internal sealed class PackedCell
{
    private const int WordsOnStack = 64;
    private const int TermsOnStack = 1_024;

    /// <summary>At any time, in no group: what nearly everyone has.</summary>
    private static readonly CellTerms[] PlainTerms = [default];

    private static readonly HashSet<Guid> NoOne = [];

    [Id(0)]
    private readonly byte[] _rows;

    [Id(1)]
    private readonly CellTerms[] _terms;

    private PackedCell(byte[] rows, CellTerms[] terms) => (_rows, _terms) = (rows, terms);

    /// <summary>Nobody.</summary>
    public static PackedCell Empty { get; } = new([], PlainTerms);

    /// <summary>How many subscriptions it holds.</summary>
    public int Count => Rows.Length;

    /// <summary>The bytes that rows and terms take, without the shared ones.</summary>
    public int Bytes => _rows.Length + (ReferenceEquals(_terms, PlainTerms) ? 0 : _terms.Length * Unsafe.SizeOf<CellTerms>());

    private ReadOnlySpan<CellRow> Rows => MemoryMarshal.Cast<byte, CellRow>(_rows);

    /// <summary>Packs subscriptions.</summary>
    /// <param name="subscriptions">All of one cell.</param>
    /// <param name="hours">Where equal hours become the same ones.</param>
    public static PackedCell Of(IReadOnlyList<Subscription> subscriptions, HoursPool hours) => Empty.With(NoOne, subscriptions, hours);

    /// <summary>Whether it has somebody at this version or a later one.</summary>
    public bool Has(ParticipantVersion participant)
    {
        foreach (ref readonly var row in Rows)
        {
            if (row.ParticipantId == participant.ParticipantId)
            {
                return row.Version >= participant.Version;
            }
        }

        return false;
    }

    /// <summary>With what the register says now of some participants.</summary>
    /// <param name="looked">Whom it was asked about: what was here of them goes.</param>
    /// <param name="now">What it says of them in this cell.</param>
    /// <param name="hours">Where equal hours become the same ones.</param>
    public PackedCell With(IReadOnlySet<Guid> looked, IReadOnlyList<Subscription> now, HoursPool hours)
    {
        var kept = 0;
        foreach (ref readonly var row in Rows)
        {
            kept += looked.Contains(row.ParticipantId) ? 0 : 1;
        }

        if (kept + now.Count == 0)
        {
            return Empty;
        }

        var bytes = GC.AllocateUninitializedArray<byte>((kept + now.Count) * Unsafe.SizeOf<CellRow>());
        var rows = MemoryMarshal.Cast<byte, CellRow>(bytes.AsSpan());
        var terms = PlainTerms;
        var next = 0;
        foreach (ref readonly var row in Rows)
        {
            if (!looked.Contains(row.ParticipantId))
            {
                rows[next++] = row.On(Place(_terms[row.Terms], ref terms));
            }
        }

        for (var i = 0; i < now.Count; i++)
        {
            var subscription = now[i];
            var index = Place(new CellTerms(hours.Shared(subscription.Hours), subscription.TargetGroups), ref terms);
            rows[next++] = new CellRow(subscription, index);
        }

        return new PackedCell(bytes, terms);
    }

    /// <summary>Who is selected.</summary>
    public CandidateBatch Select(CellQuery query)
    {
        var rows = Rows;
        var words = (rows.Length + 63) / 64;
        Span<ulong> taken = words <= WordsOnStack ? stackalloc ulong[WordsOnStack] : new ulong[words];
        var count = Mark(query, rows, taken[..words]);
        if (count == 0)
        {
            return default;
        }

        var batch = CandidateBatch.Create(count, out var candidates);
        var from = new Vantage(query.From);
        var next = 0;
        for (var word = 0; word < words; word++)
        {
            for (var bits = taken[word]; bits != 0; bits &= bits - 1)
            {
                ref readonly var row = ref rows[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                candidates[next++] = new Candidate(row.ParticipantId, (float)from.DistanceTo(row.Point), row.Language, row.Channels);
            }
        }

        return batch;
    }

    private int Mark(CellQuery query, ReadOnlySpan<CellRow> rows, Span<ulong> taken)
    {
        Span<bool> open = _terms.Length <= TermsOnStack ? stackalloc bool[TermsOnStack] : new bool[_terms.Length];
        for (var i = 0; i < _terms.Length; i++)
        {
            open[i] = IsMet(_terms[i], query);
        }

        taken.Clear();
        var (channels, kinds) = (query.Channels, query.Kinds);
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var row = ref rows[i];
            if ((row.Channels & channels) != ContactChannels.None && (row.Kind & kinds) != ParticipantKinds.None && open[row.Terms])
            {
                taken[i >> 6] |= 1UL << (i & 63);
                count++;
            }
        }

        return query.Area is { } area && count > 0 ? Keep(area, rows, taken) : count;
    }

    /// <summary>Keeps only whose point lies in the area.</summary>
    private static int Keep(Area area, ReadOnlySpan<CellRow> rows, Span<ulong> taken)
    {
        var circle = area as CircleArea;
        var within = circle is null ? default : new CircleTest(circle);
        var count = 0;
        for (var word = 0; word < taken.Length; word++)
        {
            for (var bits = taken[word]; bits != 0; bits &= bits - 1)
            {
                var bit = BitOperations.TrailingZeroCount(bits);
                var point = rows[(word << 6) + bit].Point;
                if (circle is null ? area.Contains(point) : within.Contains(point))
                {
                    count++;
                }
                else
                {
                    taken[word] &= ~(1UL << bit);
                }
            }
        }

        return count;
    }

    private static bool IsMet(in CellTerms terms, CellQuery query) =>
        (query.At is not { } at || terms.Hours.IsOpen(at)) && (query.TargetGroups == 0 || (terms.TargetGroups & query.TargetGroups) != 0);

    private static int Place(CellTerms wanted, ref CellTerms[] terms)
    {
        var index = Array.IndexOf(terms, wanted);
        if (index < 0)
        {
            index = terms.Length;
            terms = [.. terms, wanted];
        }

        return index;
    }
}
