namespace Burgernet.Silo.Storage;

/// <summary>What a piece of writing came to.</summary>
/// <param name="Result">What its caller gets.</param>
/// <param name="Keep">Whether what it wrote stays; else it is undone, and the other pieces of the group are not touched by that.</param>
internal readonly record struct WriteStep<T>(T Result, bool Keep);
