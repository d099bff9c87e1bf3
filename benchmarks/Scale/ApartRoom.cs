using Burgernet.Benchmarks.Lines;

namespace Burgernet.Benchmarks.Scale;

/// <summary>A control room at one of several nodes that are no cluster.</summary>
internal sealed class ApartRoom(string address, string record, Func<string> output) : NodeRoom(address, record)
{
    protected override string Output => output();
}
