using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>An event as those who watch see it: as the dossier has it, but of a tip only that there is one, how it came and whether it presses. Pure.</summary>
internal static class LiveEntry
{
    /// <summary>The entry.</summary>
    public static DossierEntry Of(ActionEvent happened) =>
        new()
        {
            Lane = null,
            Sequence = happened.Sequence,
            At = happened.At,
            Type = happened.Type,
            ControlRoom = happened.Actor.ControlRoom,
            Dispatcher = happened.Actor.Dispatcher,
            Data = happened.Type == ActionEventType.Tip ? Tip(happened.Data) : happened.Data,
            PreviousHash = Convert.ToHexStringLower(happened.PreviousHash),
            Hash = Convert.ToHexStringLower(happened.Hash),
        };

    private static string Tip(string data)
    {
        var tip = ActionEventData.Read<TipData>(data);
        return ActionEventData.Write(
            new
            {
                tip.TipId,
                tip.Channel,
                tip.Urgent,
            }
        );
    }
}
