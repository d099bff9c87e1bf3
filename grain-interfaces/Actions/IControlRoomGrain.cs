namespace Burgernet.Actions;

/// <summary>A control room's view over its actions. Key: the control room's id.</summary>
[Alias("burgernet.IControlRoom")]
public interface IControlRoomGrain : IGrainWithStringKey
{
    /// <summary>Its actions, newest first.</summary>
    /// <param name="after">The page's <see cref="ActionSummaryPage.Next"/>, or null for the start.</param>
    /// <param name="limit">At most so many, 1 to 200.</param>
    /// <param name="statuses">Only those in one of these states; null or none for all that are not archived.</param>
    [Alias("ListActions")]
    Task<ActionSummaryPage> ListActions(string? after, int limit, ActionStatus[]? statuses = null);
}
