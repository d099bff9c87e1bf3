using Burgernet.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>What a row says.</summary>
/// <param name="Reference">What the source calls the participant.</param>
/// <param name="Registration">The sign-up.</param>
/// <param name="SignedUpAt">When it was, or null for now.</param>
/// <param name="Phones">The columns that the phone numbers stand in, in their order.</param>
internal sealed record ImportedRow(
    string Reference,
    Registration Registration,
    DateTimeOffset? SignedUpAt,
    IReadOnlyList<ImportColumn> Phones
)
{
    /// <inheritdoc/>
    public override string ToString() => PersonalText.Mask;
}
