using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Dialing;

/// <summary>Receipts of texts (section <c>Burgernet:Receipts</c>).</summary>
public sealed class ReceiptOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Receipts";

    /// <summary>For so long the acknowledgement of a text may be on its way to the store: a receipt that fits none by then is held against texts of which nothing is known.
    /// Default 60 s: longer than a text may be without an answer, and than a database is away for a moment.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan AcknowledgementGrace { get; set; } = TimeSpan.FromSeconds(60);
}
