using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>The carriers of this installation, of each medium in the order in which they are to be used. The same on every node.</summary>
public sealed class CarrierList
{
    private readonly Dictionary<string, CarrierOptions> _byName;

    /// <summary>Takes them in.</summary>
    /// <param name="carriers">At least one; their names differ.</param>
    public CarrierList(IReadOnlyList<CarrierOptions> carriers)
    {
        ArgumentNullException.ThrowIfNull(carriers);
        if (carriers.Count == 0)
        {
            throw new ArgumentException("There is at least one carrier", nameof(carriers));
        }

        All = carriers;
        _byName = carriers.ToDictionary(carrier => carrier.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<CarrierOptions> All { get; }

    /// <summary>Whether nobody is really called by any of them.</summary>
    public bool EveryOneIsPractice => All.All(carrier => carrier.Practice);

    /// <summary>A carrier, or null where none has that name (any more).</summary>
    public CarrierOptions? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The longest that a call of a carrier may ring; of a carrier that is not configured any more, the longest of all.</summary>
    public TimeSpan RingLimit(string name) => Find(name)?.RingLimit ?? All.Max(carrier => carrier.RingLimit);

    /// <summary>The longest that a call of a carrier may hold its line; of a carrier that is not configured any more, the longest of all.</summary>
    public TimeSpan LongestCall(string name) => Find(name)?.LongestCall ?? All.Max(carrier => carrier.LongestCall);

    /// <summary>What a carrier carries; of one that is not configured any more, calls.</summary>
    public Medium MediumOf(string name) => Find(name)?.Medium ?? Medium.Voice;

    /// <summary>The name by which receipts of a carrier find texts; of a carrier that is not configured any more, its own.</summary>
    public string ReceiptsOf(string name) => Find(name)?.ReceiptsOf ?? name;

    /// <summary>The carriers that an action may use, in order. A practice action never finds a live one, nor a live action a practice one.</summary>
    /// <param name="practice">Which kind of action.</param>
    /// <param name="controlRoom">Whose.</param>
    /// <param name="medium">What they carry.</param>
    public IReadOnlyList<CarrierOptions> For(bool practice, string controlRoom, Medium medium = Medium.Voice) =>
        [.. All.Where(carrier => carrier.Medium == medium && carrier.Practice == practice && carrier.Serves(controlRoom))];
}
