using Burgernet.Actions;

namespace Burgernet.Api.Actions;

/// <summary>That a tip stands in the dossier.</summary>
public sealed record TipReceiptJson
{
    /// <summary>The tip's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its place in the action's own chain of the dossier.</summary>
    public required long Sequence { get; init; }

    internal static TipReceiptJson Of(TipReceipt receipt) =>
        new()
        {
            Id = receipt.Id,
            At = receipt.At,
            Sequence = receipt.Sequence,
        };
}
