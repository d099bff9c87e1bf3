using Burgernet.Api.Access;
using Burgernet.Grains.Dialing;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Hosting;

/// <summary>Tells the API whether nobody is really called here.</summary>
internal sealed class PracticeMode(IOptions<CarrierOptions> carrier) : IPracticeMode
{
    public bool EveryCarrierIsPractice => carrier.Value.Practice;
}
