using Burgernet.Api.Access;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Hosting;

/// <summary>Tells the API whether nobody is really called here.</summary>
internal sealed class PracticeMode(CarrierList carriers) : IPracticeMode
{
    public bool EveryCarrierIsPractice => carriers.EveryOneIsPractice;
}
