using Burgernet.Grains.Participants;
using Burgernet.Practice;
using Burgernet.Silo.Gateways;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Participants;

/// <summary>The practice block, allowed in the register while the carrier is on this machine: the same rule that the gateway has for dialling it.</summary>
internal sealed class LoopbackPracticeNumbers(IOptions<TrunkOptions> trunk) : IPracticeNumbers
{
    public bool Allowed => trunk.Value.IsLoopback;

    public bool IsPractice(ReadOnlySpan<char> e164) => PracticeNumbers.TryGetIndex(e164, out _);
}
