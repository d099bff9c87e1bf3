using System.Text.Json;
using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Api.Actions;

/// <summary>How far an action is.</summary>
public sealed record ProgressJson
{
    /// <summary>Whether all who lie in the area are selected.</summary>
    public required bool SelectionComplete { get; init; }

    /// <summary>Whether everyone is selected and every delivery has its result.</summary>
    public required bool Complete { get; init; }

    /// <summary>People selected so far.</summary>
    public required int Selected { get; init; }

    /// <summary>Deliveries so far, over all messages.</summary>
    public required int Deliveries { get; init; }

    /// <summary>Deliveries that wait for a line.</summary>
    public required int Waiting { get; init; }

    /// <summary>Calls under way.</summary>
    public required int UnderWay { get; init; }

    /// <summary>Deliveries with a result.</summary>
    public required int Done { get; init; }

    /// <summary>People who were contacted: an attempt rang, was answered, or was accepted by an SMS centre.</summary>
    public required int Contacted { get; init; }

    /// <summary>People who heard the call, or a correction of it, for at least 80 % of its length.</summary>
    public required int Heard { get; init; }

    /// <summary>People who were reached: who heard any message, or on whose handset any SMS is.</summary>
    public required int Reached { get; init; }

    /// <summary>Deliveries and how many of them have a result, by medium: voice, sms.</summary>
    public required IReadOnlyDictionary<string, MediumProgressJson> Media { get; init; }

    /// <summary>Deliveries by result code; codes without any are left out.</summary>
    public required IReadOnlyDictionary<string, int> Results { get; init; }

    internal static ProgressJson Of(ActionProgress progress) =>
        new()
        {
            SelectionComplete = progress.SelectionComplete,
            Complete = progress.Complete,
            Selected = progress.Selected,
            Deliveries = progress.Deliveries,
            Waiting = progress.Waiting,
            UnderWay = progress.UnderWay,
            Done = progress.Done,
            Contacted = progress.Contacted,
            Heard = progress.Heard,
            Reached = progress.Reached,
            Media = progress.Media.ToDictionary(
                totals => JsonNamingPolicy.KebabCaseLower.ConvertName(totals.Medium.ToString()),
                totals => new MediumProgressJson { Deliveries = totals.Deliveries, Done = totals.Done },
                StringComparer.Ordinal
            ),
            Results = progress
                .Results.Where(result => result.Key != DeliveryResult.None && result.Value != 0)
                .OrderBy(result => result.Key)
                .ToDictionary(
                    result => JsonNamingPolicy.KebabCaseLower.ConvertName(result.Key.ToString()),
                    result => result.Value,
                    StringComparer.Ordinal
                ),
        };
}
