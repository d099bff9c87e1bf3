namespace Burgernet.Sms;

/// <summary>Where an SMS to a practice phone is.</summary>
[GenerateSerializer]
[Alias("burgernet.kept-sms-state")]
public enum KeptSmsState
{
    /// <summary>With the centre.</summary>
    Waiting = 0,

    /// <summary>On the handset.</summary>
    Delivered = 1,

    /// <summary>It could not be delivered.</summary>
    Undelivered = 2,

    /// <summary>Its validity period was over first.</summary>
    Expired = 3,

    /// <summary>Nowhere: lost, and nobody was told.</summary>
    Lost = 4,

    /// <summary>Taken back by its sender.</summary>
    Deleted = 5,
}
