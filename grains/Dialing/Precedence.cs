namespace Burgernet.Grains.Dialing;

/// <summary>The balance between a rank of actions and those below it: every start of the lower is paid for by nineteen of the higher. Pure.</summary>
/// <param name="Ahead">Starts that the higher rank has before the lower gets one.</param>
internal readonly record struct Precedence(int Ahead)
{
    /// <summary>One start in so many goes to the lower rank while both have deliveries due.</summary>
    public const int OneIn = 20;

    /// <summary>Starts that the lower rank took while the higher was there and had nothing ready, and still has to make good: no more are remembered, so that nobody starves.</summary>
    public const int MostOwed = 10;

    private const int Turn = OneIn - 1;

    /// <summary>At the beginning: the higher rank goes first.</summary>
    public static Precedence Fresh => new(Turn);

    /// <summary>Whose turn it is, when both have deliveries due.</summary>
    public bool HigherIsNext => Ahead > 0;

    /// <summary>The higher rank has started one.</summary>
    /// <param name="lowerWaits">Whether the lower had deliveries due.</param>
    public Precedence HigherStarted(bool lowerWaits) =>
        // Who does not wait gains no claim, but what it owes is made good.
        lowerWaits || Ahead > Turn
            ? new(Math.Max(0, Ahead - 1))
            : this;

    /// <summary>The lower rank has started one.</summary>
    /// <param name="higherIsThere">Whether there is an action of the higher rank, with deliveries ready or not.</param>
    public Precedence LowerStarted(bool higherIsThere) => higherIsThere ? new(Math.Min(Ahead + Turn, Turn * (MostOwed + 1))) : Fresh;

    /// <summary>Starts given to the higher rank that did not happen.</summary>
    public Precedence HigherDidNot(int starts) => new(Math.Min(Ahead + starts, Turn * (MostOwed + 1)));

    /// <summary>Starts given to the lower rank that did not happen.</summary>
    public Precedence LowerDidNot(int starts) => new(Math.Max(0, Ahead - (Turn * starts)));
}
