using Burgernet.Participants;

namespace Burgernet.Kinds;

/// <summary>What stands before and after the description in a spoken message.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Opening">The first sentence.</param>
/// <param name="Closing">The last sentences; <see cref="Number"/> stands for the call-back number.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.kind-script")]
public sealed record KindScript([property: Id(0)] Language Language, [property: Id(1)] string Opening, [property: Id(2)] string Closing)
{
    /// <summary>Where the call-back number goes in a sentence.</summary>
    public const string Number = "{number}";
}
