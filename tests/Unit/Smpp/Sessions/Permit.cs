using Burgernet.Smpp.Session;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>A permit that a test gives and takes.</summary>
internal sealed class Permit : ISubmitPermit
{
    public bool May { get; set; }

    public bool MaySend() => May;
}
