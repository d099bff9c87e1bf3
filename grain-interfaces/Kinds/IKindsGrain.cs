namespace Burgernet.Kinds;

/// <summary>The kinds of action and what holds for them in this installation. Key: 0.</summary>
[Alias("burgernet.IKinds")]
public interface IKindsGrain : IGrainWithIntegerKey
{
    /// <summary>Every kind, in a fixed order.</summary>
    [Alias("List")]
    Task<IReadOnlyList<KindPolicy>> List();
}
