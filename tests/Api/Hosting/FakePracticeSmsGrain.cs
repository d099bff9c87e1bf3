using Burgernet.Participants;
using Burgernet.Sms;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>An inbox with two SMS, the newer one still with the centre. Key: 0.</summary>
[GrainType("practice-sms")]
internal sealed class FakePracticeSmsGrain : Grain, IPracticeSmsGrain
{
    public Task<KeptSms[]?> Read(int limit) =>
        Task.FromResult<KeptSms[]?>([
            .. new[] { Sms("Dank u wel", 1, KeptSmsState.Waiting), Sms("Kind vermist", 2, KeptSmsState.Delivered) }.Take(limit),
        ]);

    private static KeptSms Sms(string text, int segments, KeptSmsState state) =>
        new()
        {
            At = FakeActionGrain.Moment,
            From = "Burgernet",
            To = (PersonalText)"+31991000042",
            Text = (PersonalText)text,
            Segments = segments,
            State = state,
        };
}
