namespace Burgernet.Practice;

/// <summary>Weights of behaviours, of which only the proportions matter.</summary>
internal static class PracticeWeights
{
    /// <summary>The behaviour that a uniform draw falls on, in the order of their values.</summary>
    /// <param name="weightOf">The weight of each.</param>
    /// <param name="draw">0 (included) to 1 (excluded).</param>
    public static TBehaviour Pick<TBehaviour>(Func<TBehaviour, double> weightOf, double draw)
        where TBehaviour : struct, Enum
    {
        var all = All<TBehaviour>.Values;
        var left = draw * all.Sum(weightOf);
        var last = all[0];
        foreach (var behaviour in all)
        {
            var weight = weightOf(behaviour);
            if (weight <= 0)
            {
                continue;
            }

            last = behaviour;
            if (left < weight)
            {
                break;
            }

            left -= weight;
        }

        return last;
    }

    /// <summary>Why weights cannot be used; empty when they can.</summary>
    /// <param name="weightOf">The weight of each.</param>
    /// <param name="without">What it means that none is above 0.</param>
    public static IEnumerable<string> Problems<TBehaviour>(Func<TBehaviour, double> weightOf, string without)
        where TBehaviour : struct, Enum
    {
        var total = 0.0;
        foreach (var behaviour in All<TBehaviour>.Values)
        {
            var weight = weightOf(behaviour);
            total += weight;
            if (!double.IsFinite(weight) || weight < 0)
            {
                yield return $"Mix.{behaviour} is {weight}: a weight is a finite number of 0 or more.";
            }
        }

        if (double.IsFinite(total) && total <= 0)
        {
            yield return $"Mix has no weight above 0: {without}.";
        }
    }

    private static class All<TBehaviour>
        where TBehaviour : struct, Enum
    {
        public static readonly TBehaviour[] Values = Enum.GetValues<TBehaviour>();
    }
}
