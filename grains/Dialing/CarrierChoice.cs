using System.Runtime.InteropServices;
using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>Whether a new action is practice or live, which it stays for ever; or why it can be neither.</summary>
/// <param name="Practice">Whether nobody will really be called.</param>
/// <param name="Carrier">The first carrier that it may use.</param>
/// <param name="Problem">Why not, or null.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CarrierChoice(bool Practice, string Carrier, ActionProblemCode? Problem)
{
    /// <summary>Decides. Pure.</summary>
    /// <param name="carriers">What is configured.</param>
    /// <param name="controlRoom">Whose action it is.</param>
    /// <param name="practice">What the dispatcher said; null for nothing, which serves as long as there is only one kind of carrier for the control room.</param>
    public static CarrierChoice Of(CarrierList carriers, string controlRoom, bool? practice)
    {
        ArgumentNullException.ThrowIfNull(carriers);
        var (training, live) = (carriers.For(practice: true, controlRoom), carriers.For(practice: false, controlRoom));
        if (practice is null && training.Count > 0 && live.Count > 0)
        {
            return new CarrierChoice(false, "", ActionProblemCode.PracticeOrLive);
        }

        var isPractice = practice ?? live.Count == 0;
        var chosen = isPractice ? training : live;
        return chosen.Count == 0
            ? new CarrierChoice(isPractice, "", ActionProblemCode.NoCarrier)
            : new CarrierChoice(isPractice, chosen[0].Name, null);
    }
}
