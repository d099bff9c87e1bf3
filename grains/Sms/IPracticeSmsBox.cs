using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>What the practice SMS centre in this node's process kept. The node implements it.</summary>
public interface IPracticeSmsBox
{
    /// <summary>The last ones, the newest first; null where there is no such centre here.</summary>
    /// <param name="limit">At most so many.</param>
    KeptSms[]? Read(int limit);
}
