using Burgernet.Smpp.Text;

namespace Burgernet.Practice;

/// <summary>How the practice SMSC gives receipts. Shares are properties of a phone, like its behaviour, and independent of each other.</summary>
public sealed record PracticeReceipts
{
    /// <summary>Which phones' receipts get lost although the SMS arrived, 0 to 1. Default 0.</summary>
    public double Missing { get; init; }

    /// <summary>Which phones' receipts come twice, 0 to 1. Default 0.01.</summary>
    public double Twice { get; init; } = 0.01;

    /// <summary>Which phones' receipts come before the submit is answered, 0 to 1. Default 0.01.</summary>
    public double Early { get; init; } = 0.01;

    /// <summary>How long after the first a second receipt comes, and after which one that was not taken is tried again. Scaled by <see cref="PracticeSmscOptions.Pace"/>. Default 2 s.</summary>
    public TimeSpan Again { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether they have receipted_message_id and message_state beside their text. Default yes.</summary>
    public bool HasTlvs { get; init; } = true;

    /// <summary>How a message is named in the response and in the receipt's text. Default <see cref="ReceiptIdFormat.Same"/>.</summary>
    public ReceiptIdFormat IdFormat { get; init; }

    /// <summary>Most receipts that wait for an ESME that takes them; the oldest is given up for a new one. Default 200,000.</summary>
    public int MostHeld { get; init; } = 200_000;

    /// <summary>Why these settings cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (name, share) in new[] { (nameof(Missing), Missing), (nameof(Twice), Twice), (nameof(Early), Early) })
        {
            if (!double.IsFinite(share) || share is < 0 or > 1)
            {
                yield return $"Receipts.{name} is {share}: it lies between 0 and 1.";
            }
        }

        if (Again <= TimeSpan.Zero || MostHeld < 1)
        {
            yield return $"Receipts.Again is {Again} and MostHeld {MostHeld}: longer than 0, and at least 1.";
        }
    }
}
