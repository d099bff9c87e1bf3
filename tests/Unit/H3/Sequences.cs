namespace Burgernet.Tests.Unit.H3;

/// <summary>Walks over sequences.</summary>
internal static class Sequences
{
    /// <summary>Each element with its successor.</summary>
    public static IEnumerable<(T A, T B)> Pairwise<T>(this IEnumerable<T> items) => items.Zip(items.Skip(1));
}
