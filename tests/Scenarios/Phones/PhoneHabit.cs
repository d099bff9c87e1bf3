namespace Burgernet.Tests.Scenarios.Phones;

/// <summary>What a phone does when it is called.</summary>
internal enum PhoneHabit
{
    /// <summary>Rings, is answered, and the message is heard to its end.</summary>
    Answers,

    /// <summary>Is answered, and then the line stays open until the test hangs up.</summary>
    AnswersAndHolds,

    /// <summary>Rings until it is cancelled or the ring limit is over.</summary>
    RingsOn,

    /// <summary>Is busy (486).</summary>
    IsBusy,
}
