namespace Burgernet.Grains.Signups;

/// <summary>What a token is for. Names are stored; never rename.</summary>
public enum TokenPurpose
{
    /// <summary>The token of a mail that confirms; once.</summary>
    ConfirmEmail = 1,

    /// <summary>The code of a text message that confirms; once.</summary>
    ConfirmSms = 2,

    /// <summary>The token of a mail that leaves.</summary>
    Leave = 3,
}
