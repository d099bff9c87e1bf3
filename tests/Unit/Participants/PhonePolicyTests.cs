using Burgernet.Participants;
using Burgernet.Practice;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class PhonePolicyTests
{
    [Theory]
    [InlineData("06 20000001", "+31620000001", true)]
    [InlineData("0620000001", "+31620000001", true)]
    [InlineData("06-20 00 00 01", "+31620000001", true)]
    [InlineData("+31 6 2000 0001", "+31620000001", true)]
    [InlineData("+31 (0)6 20000001", "+31620000001", true)]
    [InlineData("0031620000001", "+31620000001", true)]
    [InlineData("0570-123456", "+31570123456", false)]
    [InlineData("020 1234567", "+31201234567", false)]
    [InlineData("+32 470 12 34 56", "+32470123456", true)]
    [InlineData("+49 30 12345678", "+493012345678", false)]
    [InlineData("+49 1511 2345678", "+4915112345678", true)]
    [InlineData("+31 99 0000001", "+31990000001", true)] // practice
    public void Number_OfAPerson_IsAcceptedInE164(string typed, string e164, bool mobile)
    {
        Assert.Null(RegisterBench.Phones().Check(typed, out var phone));
        Assert.Equal((e164, mobile), (phone.E164, phone.IsMobile));
    }

    [Theory]
    [InlineData("0900-8844", ParticipantRefusalCode.PhonePremium)]
    [InlineData("0906 1234567", ParticipantRefusalCode.PhonePremium)]
    [InlineData("0909 1234567", ParticipantRefusalCode.PhonePremium)]
    [InlineData("+49 900 1234567", ParticipantRefusalCode.PhonePremium)]
    [InlineData("+49 180 1234567", ParticipantRefusalCode.PhoneSharedCost)]
    [InlineData("097012345678", ParticipantRefusalCode.PhoneMachine)]
    [InlineData("+31 97 012345678", ParticipantRefusalCode.PhoneMachine)]
    [InlineData("+31 970 123456", ParticipantRefusalCode.PhoneMachine)]
    [InlineData("112", ParticipantRefusalCode.PhoneEmergency)]
    [InlineData("1 1 2", ParticipantRefusalCode.PhoneEmergency)]
    [InlineData("+31112", ParticipantRefusalCode.PhoneEmergency)]
    [InlineData("+32 101", ParticipantRefusalCode.PhoneEmergency)]
    [InlineData("0800 1234567", ParticipantRefusalCode.PhoneNotPersonal)]
    [InlineData("088 0123456", ParticipantRefusalCode.PhoneNotPersonal)]
    [InlineData("085 1234567", ParticipantRefusalCode.PhoneNotPersonal)]
    [InlineData("066 1234567", ParticipantRefusalCode.PhoneNotPersonal)] // pager
    [InlineData("14 0570", ParticipantRefusalCode.PhoneNotPersonal)]
    [InlineData("0570 999123", ParticipantRefusalCode.PhoneDenied)]
    [InlineData("06 12345678", ParticipantRefusalCode.PhoneDenied)]
    [InlineData("+33 6 12 34 56 78", ParticipantRefusalCode.PhoneCountry)]
    [InlineData("+53 5 1234567", ParticipantRefusalCode.PhoneCountry)]
    [InlineData("+1 900 555 1234", ParticipantRefusalCode.PhonePremium)]
    [InlineData("+881 6 1234 5678", ParticipantRefusalCode.PhoneCountry)] // satellite
    [InlineData("06 1234567", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("06 200000011", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("0570", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("+", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("geen", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("0800 FLOWERS", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("06 20000001 ext. 5", ParticipantRefusalCode.PhoneInvalid)]
    [InlineData("06200000010620000001062000000106200000011", ParticipantRefusalCode.PhoneInvalid)]
    public void Number_OfNobodyOrTooDear_IsRefusedForItsReason(string typed, ParticipantRefusalCode reason) =>
        Assert.Equal(reason, RegisterBench.Phones().Check(typed, out _));

    [Fact]
    public void PracticeNumber_WhereACarrierLeadsOut_IsRefused() =>
        Assert.Equal(
            ParticipantRefusalCode.PhonePractice,
            RegisterBench.Phones(practiceAllowed: false).Check(PracticeNumbers.Format(7), out _)
        );

    [Fact]
    public void AnyText_IsAcceptedOrRefused_AndWhatIsAcceptedIsAcceptedAgain()
    {
        var phones = RegisterBench.Phones();
        Gen.Char["0123456789 +-()./a"]
            .Array[0, 20]
            .Sample(text =>
            {
                if (phones.Check(new string(text), out var phone) is null)
                {
                    Assert.Null(phones.Check(phone.E164, out var again));
                    Assert.Equal(phone, again);
                }
            });
    }
}
