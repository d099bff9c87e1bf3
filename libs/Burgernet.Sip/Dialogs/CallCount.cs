namespace Burgernet.Sip.Dialogs;

/// <summary>Calls whose channel is in use, both directions; written by the signalling thread.</summary>
internal sealed class CallCount
{
    public volatile int Active;

    public bool IsStopping { get; set; }
}
