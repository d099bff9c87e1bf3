using Burgernet.Actions;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>The number or address by which somebody is reached. Pure but for the plans of numbers.</summary>
/// <param name="phones">Which numbers are mobile.</param>
internal sealed class MediumAddress(PhonePolicy phones)
{
    /// <summary>The preferred number for a call, the preferred mobile number for an SMS, the address for a mail; null where there is none.</summary>
    public string? Of(PersonalData data, Medium medium) =>
        medium switch
        {
            Medium.Voice => data.Phones[0].Value,
            Medium.Sms => data.Phones.Select(phone => phone.Value).FirstOrDefault(IsMobile),
            _ => data.Email?.Value,
        };

    // What was registered under other rules and is refused today is still a mobile number.
    private bool IsMobile(string number)
    {
        phones.Check(number, out var phone);
        return phone.IsMobile;
    }
}
