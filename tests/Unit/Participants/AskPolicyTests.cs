using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class AskPolicyTests
{
    [Theory]
    [InlineData(ConfirmationMethod.None, ConfirmationMethod.None, true, true, true, true, null)]
    [InlineData(ConfirmationMethod.None, ConfirmationMethod.SignedCard, true, true, false, false, null)]
    [InlineData(ConfirmationMethod.EmailToken, ConfirmationMethod.None, true, false, true, false, null)]
    [InlineData(ConfirmationMethod.EmailToken, ConfirmationMethod.None, false, true, true, true, ParticipantRefusalCode.EmailNeeded)]
    [InlineData(ConfirmationMethod.EmailToken, ConfirmationMethod.None, true, true, false, true, ParticipantRefusalCode.MailUnavailable)]
    [InlineData(
        ConfirmationMethod.EmailToken,
        ConfirmationMethod.SignedCard,
        true,
        true,
        true,
        true,
        ParticipantRefusalCode.AskedAndConfirmed
    )]
    [InlineData(ConfirmationMethod.SmsCode, ConfirmationMethod.None, false, true, false, true, null)]
    [InlineData(ConfirmationMethod.SmsCode, ConfirmationMethod.None, true, false, true, true, ParticipantRefusalCode.MobileNeeded)]
    [InlineData(ConfirmationMethod.SmsCode, ConfirmationMethod.None, true, true, true, false, ParticipantRefusalCode.SmsUnavailable)]
    [InlineData(ConfirmationMethod.SignedCard, ConfirmationMethod.None, true, true, true, true, ParticipantRefusalCode.ConfirmationMissing)]
    public void Ask_InEachWay_IsPossibleOrRefusedWithTheReason(
        ConfirmationMethod askBy,
        ConfirmationMethod confirmedBy,
        bool hasEmail,
        bool hasMobile,
        bool mail,
        bool sms,
        ParticipantRefusalCode? code
    )
    {
        var registration = RegisterBench.Registration with
        {
            Profile = RegisterBench.Profile with { Email = hasEmail ? new PersonalText("jan@example.org") : null },
            AskBy = askBy,
            ConfirmedBy = confirmedBy,
        };
        var refusal = AskPolicy.WhyNot(registration, hasMobile, mail, sms);
        Assert.Equal(code is { } no ? new ParticipantRefusal(no, "/askBy") : null, refusal);
    }

    [Theory]
    [InlineData(ConfirmationMethod.EmailToken, ConfirmationMethod.None, true, "ConfirmEmail")]
    [InlineData(ConfirmationMethod.SmsCode, ConfirmationMethod.None, true, "ConfirmSms")]
    [InlineData(ConfirmationMethod.None, ConfirmationMethod.None, true, "")]
    [InlineData(ConfirmationMethod.None, ConfirmationMethod.SignedCard, true, "Welcome")]
    [InlineData(ConfirmationMethod.None, ConfirmationMethod.SignedCard, false, "")]
    public void Letters_OfARegistration_AreWhatItAsksFor(
        ConfirmationMethod askBy,
        ConfirmationMethod confirmedBy,
        bool mail,
        string letters
    )
    {
        var registration = RegisterBench.Registration with { AskBy = askBy, ConfirmedBy = confirmedBy };
        var row = SealedPeople.Rows.Create(Guid.NewGuid(), registration, RegisterBench.Accepted(registration.Profile), RegisterBench.Now);
        Assert.Equal(letters, string.Join(' ', AskPolicy.Letters(registration, row, mail)));
    }

    [Fact]
    public void Welcome_WithoutAnAddress_IsNotWritten()
    {
        var accepted = RegisterBench.Accepted(RegisterBench.Profile);
        var row = SealedPeople.Rows.Create(Guid.NewGuid(), RegisterBench.Registration, accepted, RegisterBench.Now);
        Assert.Equal([LetterKind.Welcome], AskPolicy.Welcome(row, mail: true));

        row = row with { Lookups = [.. row.Lookups.Where(lookup => lookup.Kind != LookupKind.Email)] };
        Assert.Equal<IEnumerable<LetterKind>>([], AskPolicy.Welcome(row, mail: true));
    }
}
