namespace Burgernet.Practice;

/// <summary>How often each behaviour occurs among the practice phones that get an SMS: weights, of which only the proportions matter.</summary>
/// <remarks>The defaults add up to 100 and are invented. Nobody asks to slow down by chance, since that slows a whole session; the rate does it.</remarks>
public sealed record PracticeSmsMix
{
    /// <summary>The invented default: 94 % delivered, 2 % undeliverable, 2 % expired, 1 % lost, 1 % refused.</summary>
    public static PracticeSmsMix Default { get; } = new();

    /// <summary>Weight of <see cref="PracticeSmsBehaviour.Delivered"/>. Default 94.</summary>
    public double Delivered { get; init; } = 94;

    /// <summary>Weight of <see cref="PracticeSmsBehaviour.Undelivered"/>. Default 2.</summary>
    public double Undelivered { get; init; } = 2;

    /// <summary>Weight of <see cref="PracticeSmsBehaviour.Expired"/>. Default 2.</summary>
    public double Expired { get; init; } = 2;

    /// <summary>Weight of <see cref="PracticeSmsBehaviour.Lost"/>. Default 1.</summary>
    public double Lost { get; init; } = 1;

    /// <summary>Weight of <see cref="PracticeSmsBehaviour.Rejected"/>. Default 1.</summary>
    public double Rejected { get; init; } = 1;

    /// <summary>Weight of <see cref="PracticeSmsBehaviour.ThrottledOnce"/>. Default 0.</summary>
    public double ThrottledOnce { get; init; }

    /// <summary>Weight of <see cref="PracticeSmsBehaviour.QueueFullOnce"/>. Default 0.</summary>
    public double QueueFullOnce { get; init; }

    /// <summary>Sum of all weights.</summary>
    public double Total => Delivered + Undelivered + Expired + Lost + Rejected + ThrottledOnce + QueueFullOnce;

    /// <summary>A mix in which every phone behaves alike.</summary>
    /// <param name="behaviour">What happens to all of them.</param>
    public static PracticeSmsMix Only(PracticeSmsBehaviour behaviour) =>
        new()
        {
            Delivered = behaviour == PracticeSmsBehaviour.Delivered ? 1 : 0,
            Undelivered = behaviour == PracticeSmsBehaviour.Undelivered ? 1 : 0,
            Expired = behaviour == PracticeSmsBehaviour.Expired ? 1 : 0,
            Lost = behaviour == PracticeSmsBehaviour.Lost ? 1 : 0,
            Rejected = behaviour == PracticeSmsBehaviour.Rejected ? 1 : 0,
            ThrottledOnce = behaviour == PracticeSmsBehaviour.ThrottledOnce ? 1 : 0,
            QueueFullOnce = behaviour == PracticeSmsBehaviour.QueueFullOnce ? 1 : 0,
        };

    /// <summary>The weight of one behaviour.</summary>
    /// <param name="behaviour">Which.</param>
    public double this[PracticeSmsBehaviour behaviour] =>
        behaviour switch
        {
            PracticeSmsBehaviour.Delivered => Delivered,
            PracticeSmsBehaviour.Undelivered => Undelivered,
            PracticeSmsBehaviour.Expired => Expired,
            PracticeSmsBehaviour.Lost => Lost,
            PracticeSmsBehaviour.Rejected => Rejected,
            PracticeSmsBehaviour.ThrottledOnce => ThrottledOnce,
            PracticeSmsBehaviour.QueueFullOnce => QueueFullOnce,
            _ => 0,
        };

    /// <summary>The behaviour that a uniform draw falls on.</summary>
    /// <param name="draw">0 (included) to 1 (excluded).</param>
    public PracticeSmsBehaviour Pick(double draw) => PracticeWeights.Pick<PracticeSmsBehaviour>(behaviour => this[behaviour], draw);

    /// <summary>Why these weights cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems() =>
        PracticeWeights.Problems<PracticeSmsBehaviour>(behaviour => this[behaviour], "no SMS would meet any fate");
}
