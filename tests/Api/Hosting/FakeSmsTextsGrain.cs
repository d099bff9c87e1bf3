using Burgernet.Sms;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Measures every text alike: two SMS, or one if it were written otherwise. Key: 0.</summary>
[GrainType("sms-texts")]
internal sealed class FakeSmsTextsGrain : Grain, ISmsTextsGrain
{
    public Task<SmsMeasure> Measure(SmsTextRequest request) =>
        Task.FromResult(
            new SmsMeasure
            {
                Encoding = SmsEncoding.Ucs2,
                Units = 90,
                UnitsPerSegment = 67,
                UnitsLeft = 44,
                Segments = 2,
                MostSegments = 10,
                Forcing = [new SmsForcing("’", "'"), new SmsForcing("ê", "e")],
                Offer = new SmsOffer(request.Text.Replace('’', '\''), 1, 70),
                EuroPerSms = request.Kind is null ? null : 0.06m,
            }
        );
}
