using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Mail;

public sealed class LetterPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(LetterKind.ConfirmEmail, ParticipantStatus.Pending, true)]
    [InlineData(LetterKind.ConfirmEmail, ParticipantStatus.Active, false)]
    [InlineData(LetterKind.ConfirmSms, ParticipantStatus.Pending, true)]
    [InlineData(LetterKind.ConfirmSms, ParticipantStatus.Left, false)]
    [InlineData(LetterKind.Welcome, ParticipantStatus.Active, true)]
    [InlineData(LetterKind.Welcome, ParticipantStatus.Pending, false)]
    [InlineData(LetterKind.Welcome, ParticipantStatus.Left, false)]
    [InlineData(LetterKind.PhoneTaken, ParticipantStatus.Suspended, true)]
    [InlineData(LetterKind.PhoneTaken, ParticipantStatus.Left, false)]
    [InlineData((LetterKind)9, ParticipantStatus.Active, false)]
    public void Letter_ToSomebodyInAStatus_IsWantedOrNot(LetterKind kind, ParticipantStatus status, bool wanted) =>
        Assert.Equal(wanted, LetterPolicy.IsWanted(kind, status));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 32)]
    [InlineData(6, 60)]
    [InlineData(10_000, 60)]
    public void Letter_TriedSoOften_IsTriedAgainAfterMinutes(int attempts, int minutes) =>
        Assert.Equal(
            Now.AddMinutes(minutes),
            LetterPolicy.NextTry(new StoredLetter(Guid.NewGuid(), Guid.NewGuid(), LetterKind.Welcome, Now, attempts), Now)
        );

    [Theory]
    [InlineData(Language.Dutch, "Bevestigen:", "1 maart 2026 om 13:00 uur")]
    [InlineData(Language.English, "Confirm:", "1 March 2026 at 13:00")]
    public void Letter_InALanguage_HasItsLinksInTextAndHtml(Language language, string words, string until)
    {
        var text = LetterText.Confirm(language, "https://x/c?token=a&b", "https://x/l?token=c", Now);
        var mail = LetterWriter.Write(Guid.NewGuid(), new PersonalText("jan@example.org"), text, "https://x/l?token=c", language, Now);

        Assert.Contains($"{words}\nhttps://x/c?token=a&b\n", mail.Text.Value, StringComparison.Ordinal);
        Assert.Contains(until, mail.Text.Value, StringComparison.Ordinal);
        Assert.Contains("href=\"https://x/c?token=a&amp;b\"", mail.Html.Value, StringComparison.Ordinal);
        Assert.Contains(language == Language.Dutch ? "lang=\"nl\"" : "lang=\"en\"", mail.Html.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("jan@", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token=", mail.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void TextMessage_WithACode_IsOneMessageOfPlainLetters(Language language)
    {
        var text = LetterText.Code(language, "012345", Now);
        Assert.InRange(text.Length, 1, 160);
        Assert.All(text, letter => Assert.True(char.IsAscii(letter), $"'{letter}' makes two messages of it"));
        Assert.Contains("012345", text, StringComparison.Ordinal);
    }
}
