using Burgernet.Grains.Kinds;
using Burgernet.Sms;
using Orleans.Concurrency;

namespace Burgernet.Grains.Sms;

/// <summary>Key: 0. Holds nothing; any number may ask at once, and everything interleaves.</summary>
[GrainType("sms-texts")]
[StatelessWorker]
[Reentrant]
internal sealed class SmsTextsGrain(KindCatalogue kinds) : Grain, ISmsTextsGrain
{
    public Task<SmsMeasure> Measure(SmsTextRequest request) =>
        Task.FromResult(SmsMeasures.Of(request.Text, request.Kind is { } kind ? kinds.Of(kind).Tariff.PerSms : null));
}
