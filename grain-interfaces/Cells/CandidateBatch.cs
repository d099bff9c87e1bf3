using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Burgernet.Cells;

/// <summary>What a cell found, in one block of memory that is passed on as it is: within a silo by reference, between silos as bytes. Immutable.</summary>
/// <remarks>Silos of one cluster share their byte order.</remarks>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.candidates")]
public readonly struct CandidateBatch : IEquatable<CandidateBatch>
{
    [Id(0)]
    private readonly byte[]? _bytes;

    private CandidateBatch(byte[] bytes) => _bytes = bytes;

    /// <summary>The candidates.</summary>
    public ReadOnlySpan<Candidate> Candidates => MemoryMarshal.Cast<byte, Candidate>(_bytes);

    /// <summary>How many there are.</summary>
    public int Count => Candidates.Length;

    /// <summary>A batch of so many, to be written once before anybody else sees it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="candidates">To be filled to the last.</param>
    public static CandidateBatch Create(int count, out Span<Candidate> candidates)
    {
        byte[] bytes = count == 0 ? [] : GC.AllocateUninitializedArray<byte>(count * Unsafe.SizeOf<Candidate>());
        candidates = MemoryMarshal.Cast<byte, Candidate>(bytes.AsSpan());
        return new CandidateBatch(bytes);
    }

    /// <summary>A batch with these in it.</summary>
    public static CandidateBatch Of(params ReadOnlySpan<Candidate> candidates)
    {
        var batch = Create(candidates.Length, out var room);
        candidates.CopyTo(room);
        return batch;
    }

    /// <inheritdoc/>
    public bool Equals(CandidateBatch other) => Candidates.SequenceEqual(other.Candidates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CandidateBatch other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>Whether two hold the same.</summary>
    public static bool operator ==(CandidateBatch left, CandidateBatch right) => left.Equals(right);

    /// <summary>Whether two hold something else.</summary>
    public static bool operator !=(CandidateBatch left, CandidateBatch right) => !left.Equals(right);
}
