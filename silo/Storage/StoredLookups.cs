using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>The look-ups of a participant in one column: for each a byte for its kind and 16 for its hash.</summary>
internal static class StoredLookups
{
    private const int BytesALookup = 1 + LookupHash.Length;

    /// <summary>The stored form.</summary>
    public static byte[] Of(IReadOnlyList<Lookup> lookups)
    {
        var bytes = new byte[lookups.Count * BytesALookup];
        for (var i = 0; i < lookups.Count; i++)
        {
            bytes[i * BytesALookup] = (byte)lookups[i].Kind;
            lookups[i].Hash.ToBytes().CopyTo(bytes, (i * BytesALookup) + 1);
        }

        return bytes;
    }

    /// <summary>From the stored form.</summary>
    public static Lookup[] Parse(ReadOnlySpan<byte> bytes)
    {
        var lookups = new Lookup[bytes.Length / BytesALookup];
        for (var i = 0; i < lookups.Length; i++)
        {
            var lookup = bytes.Slice(i * BytesALookup, BytesALookup);
            lookups[i] = new Lookup((LookupKind)lookup[0], LookupHash.FromBytes(lookup[1..]));
        }

        return lookups;
    }
}
