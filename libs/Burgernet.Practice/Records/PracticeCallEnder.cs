namespace Burgernet.Practice;

/// <summary>Who ended a call at the practice carrier.</summary>
public enum PracticeCallEnder
{
    /// <summary>The caller: BYE, or CANCEL while it rang.</summary>
    Caller,

    /// <summary>The phone: it hung up, was busy or unreachable.</summary>
    Phone,

    /// <summary>The carrier: refused, rang too long, no media, never acknowledged, or the carrier stopped.</summary>
    Carrier,
}
