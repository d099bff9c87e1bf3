namespace Burgernet.Grains.Mail;

/// <summary>What a participant is written. Names are stored; never rename.</summary>
public enum LetterKind
{
    /// <summary>By mail: confirm your sign-up with this link.</summary>
    ConfirmEmail = 1,

    /// <summary>By SMS: confirm your sign-up with this code.</summary>
    ConfirmSms = 2,

    /// <summary>By mail: you take part, and this is how to leave.</summary>
    Welcome = 3,

    /// <summary>By mail: somebody signed up with a phone number that is yours.</summary>
    PhoneTaken = 4,
}
