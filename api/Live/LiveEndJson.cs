namespace Burgernet.Api.Live;

/// <summary>An event <c>end</c> of the live view, its last.</summary>
/// <param name="Reason"><c>archived</c>: nothing more happens to the action. <c>stopping</c>: this node stops; come back, with the id of the last event.</param>
public sealed record LiveEndJson(string Reason);
