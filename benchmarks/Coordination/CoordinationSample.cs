namespace Burgernet.Benchmarks.Coordination;

/// <summary>What one run took.</summary>
internal sealed record CoordinationSample
{
    public required CoordinationCase Case { get; init; }

    /// <summary>People in the area, counted one by one.</summary>
    public required int InArea { get; init; }

    /// <summary>Deliveries that have a result.</summary>
    public required int Done { get; init; }

    /// <summary>Calls that a last look withheld: made again.</summary>
    public required int Withheld { get; init; }

    /// <summary>From the start until every delivery had its result.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Processor time of this process meanwhile.</summary>
    public required TimeSpan Processor { get; init; }

    /// <summary>Cores that the same silos take while there is nothing to do.</summary>
    public required double IdleCores { get; init; }

    /// <summary>Steps of lanes that were stored, and claims to each step that claims.</summary>
    public required long Steps { get; init; }

    /// <summary>Deliveries claimed by one pull.</summary>
    public required double ClaimsAPull { get; init; }

    /// <summary>Calls between grains by method.</summary>
    public required IReadOnlyDictionary<string, long> Calls { get; init; }

    /// <summary>Bytes allocated.</summary>
    public required long Allocated { get; init; }

    /// <summary>Microseconds of a processor to a delivery, without what idling takes.</summary>
    public double MicrosecondsADelivery => (Processor - (Took * IdleCores)).TotalMicroseconds / Done;

    /// <summary>Deliveries a second.</summary>
    public double Rate => Done / Took.TotalSeconds;

    /// <summary>Cores in use.</summary>
    public double Cores => Processor / Took;

    /// <summary>Calls between grains to a delivery.</summary>
    public double CallsADelivery => Calls.Values.Sum() / (double)Done;
}
