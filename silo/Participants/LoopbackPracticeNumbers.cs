using Burgernet.Grains.Participants;
using Burgernet.Practice;
using Burgernet.Silo.Gateways;

namespace Burgernet.Silo.Participants;

/// <summary>The practice block, allowed in the register while every carrier is on this machine: the same rule that the gateway has for dialling it.</summary>
internal sealed class LoopbackPracticeNumbers(ConfiguredCarriers carriers) : IPracticeNumbers
{
    public bool Allowed => carriers.AllOnLoopback;

    public bool IsPractice(ReadOnlySpan<char> e164) => PracticeNumbers.TryGetIndex(e164, out _);
}
