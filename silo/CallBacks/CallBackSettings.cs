using Burgernet.Grains.CallBacks;
using Burgernet.Practice;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;

namespace Burgernet.Silo.CallBacks;

/// <summary>Whether the call-back line and the carriers fit together.</summary>
internal static class CallBackSettings
{
    /// <summary>Checks it.</summary>
    /// <exception cref="NodeSettingException">They do not; with the reason.</exception>
    public static void Check(CallBackOptions options, ConfiguredCarriers carriers)
    {
        if (Fault(options, carriers) is { } reason)
        {
            throw new NodeSettingException($"{CallBackOptions.Section}: {reason}");
        }
    }

    /// <summary>Why they do not fit, or null.</summary>
    public static string? Fault(CallBackOptions options, ConfiguredCarriers carriers)
    {
        if (!options.Enabled)
        {
            return null;
        }

        var taking = carriers.All.Where(carrier => carrier.Carrier.TakesCallBacks(options)).ToArray();
        if (taking.Length == 0)
        {
            return "no carrier has a CallBackNumber: there is no number that anybody could call back";
        }

        foreach (var (carrier, trunk) in taking)
        {
            if (carrier.Channels < 2 || carrier.ReservedForCallers > carrier.Channels / 2)
            {
                return $"carrier '{carrier.Name}' has {carrier.Channels} channels: a caller takes two, and ReservedForCallers is at most half of them";
            }

            var numbers = options.ControlRooms.Values.Append(options.ControlRoomNumber).OfType<string>();
            if (!trunk.IsLoopback && numbers.Any(PracticeNumbers.IsPractice))
            {
                return $"carrier '{carrier.Name}' is beyond this machine, where a control room has no practice number";
            }

            if (carrier.ControlRooms.FirstOrDefault(room => options.NumberOf(room) is null) is { } without)
            {
                return $"carrier '{carrier.Name}' serves control room '{without}', which has no number: add it to ControlRooms, or set ControlRoomNumber";
            }
        }

        return null;
    }
}
