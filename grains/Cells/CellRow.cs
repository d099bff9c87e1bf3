using System.Runtime.InteropServices;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>A subscription in 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct CellRow
{
    /// <summary>Points are whole ten-millionths of a degree: within 6 mm.</summary>
    private const double UnitsADegree = 1e7;

    private const int KindShift = 3;
    private const int LanguageShift = 4;

    private readonly Guid _participantId;
    private readonly int _latitude;
    private readonly int _longitude;
    private readonly uint _version;
    private readonly ushort _terms;
    private readonly byte _channels;

    // Bits 0 to 2 the location's number, 3 the kind, 4 to 7 the language.
    private readonly byte _traits;

    /// <summary>Packs a subscription.</summary>
    /// <param name="subscription">What to pack.</param>
    /// <param name="terms">Where its hours and groups stand.</param>
    /// <exception cref="OverflowException">A version, channel or language beyond what a row has room for.</exception>
    public CellRow(in Subscription subscription, int terms)
    {
        _participantId = subscription.ParticipantId;
        _latitude = Fixed(subscription.Point.Latitude);
        _longitude = Fixed(subscription.Point.Longitude);
        _version = checked((uint)subscription.Version);
        _terms = checked((ushort)terms);
        _channels = checked((byte)subscription.Channels);
        _traits = checked(
            (byte)(subscription.LocationNumber | ((int)subscription.Kind << KindShift) | ((int)subscription.Language << LanguageShift))
        );
    }

    private CellRow(in CellRow row, int terms)
    {
        this = row;
        _terms = checked((ushort)terms);
    }

    /// <summary>Who.</summary>
    public Guid ParticipantId => _participantId;

    /// <summary>Where.</summary>
    public GeoPoint Point => new(_latitude / UnitsADegree, _longitude / UnitsADegree);

    /// <summary>The version of the participant that it was read at.</summary>
    public long Version => _version;

    /// <summary>Where its hours and groups stand in <see cref="PackedCell"/>.</summary>
    public int Terms => _terms;

    /// <summary>By what they may be reached here.</summary>
    public ContactChannels Channels => (ContactChannels)_channels;

    /// <summary>The bit of their kind.</summary>
    public ParticipantKinds Kind => (ParticipantKinds)(1 << ((_traits >> KindShift) & 1));

    /// <summary>The language to be spoken to in.</summary>
    public Language Language => (Language)(_traits >> LanguageShift);

    /// <summary>The same, with its hours and groups standing elsewhere.</summary>
    /// <exception cref="OverflowException">More different terms in a cell than a row can tell apart: 65,536.</exception>
    public CellRow On(int terms) => new(this, terms);

    private static int Fixed(double degrees) => (int)Math.Round(degrees * UnitsADegree);
}
