using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Burgernet.Silo.Mail;

/// <summary>Which practice mailbox is how. Pure.</summary>
internal static class PracticeMailboxes
{
    /// <summary>What becomes of mail to an address: the same for the same seed, whatever went before.</summary>
    /// <param name="options">How many are how.</param>
    /// <param name="address">The address, in any case.</param>
    public static PracticeMailFate FateOf(PracticeMailOptions options, string address)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{options.Seed}|{address.ToUpperInvariant()}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var draw = BinaryPrimitives.ReadUInt32BigEndian(hash) * 100.0 / (1L << 32);
        return draw < options.NoMailbox ? PracticeMailFate.NoMailbox
            : draw < options.NoMailbox + options.Full ? PracticeMailFate.Full
            : draw < options.NoMailbox + options.Full + options.Later ? PracticeMailFate.Later
            : PracticeMailFate.Taken;
    }
}
