namespace Burgernet.Api.Access;

/// <summary>Fails closed: as long as nobody says otherwise, calls reach people.</summary>
internal sealed class LiveUnlessTold : IPracticeMode
{
    /// <inheritdoc/>
    public bool EveryCarrierIsPractice => false;
}
