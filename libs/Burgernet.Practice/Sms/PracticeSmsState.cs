namespace Burgernet.Practice;

/// <summary>Where an SMS that the practice SMSC took is.</summary>
public enum PracticeSmsState
{
    /// <summary>With the SMSC.</summary>
    Waiting,

    /// <summary>On the handset.</summary>
    Delivered,

    /// <summary>It could not be delivered.</summary>
    Undelivered,

    /// <summary>Its validity period was over first.</summary>
    Expired,

    /// <summary>Nowhere: lost, and nobody was told.</summary>
    Lost,

    /// <summary>Taken back by its sender (cancel_sm).</summary>
    Deleted,
}
