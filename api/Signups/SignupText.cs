namespace Burgernet.Api.Signups;

/// <summary>What a page says, in English and Dutch.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Question">What the button does.</param>
/// <param name="Button">The button.</param>
/// <param name="DoneTitle">That it is done.</param>
/// <param name="Done">What follows from it.</param>
/// <param name="Unknown">That the link does not work.</param>
internal sealed record SignupText(
    (string English, string Dutch) Title,
    (string English, string Dutch) Question,
    (string English, string Dutch) Button,
    (string English, string Dutch) DoneTitle,
    (string English, string Dutch) Done,
    (string English, string Dutch) Unknown
);
