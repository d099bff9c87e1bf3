using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>One call's control packets: reports to the peer every few seconds, where it accepted them on the port of the audio (RFC 5761), and what it reports.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RtcpSession
{
    /// <summary>§6.2: the least interval, in ms. Two parties in 64 kbit/s never come near the bandwidth that would ask for more.</summary>
    private const int LeastInterval = 5_000;

    /// <summary>§6.3.1: makes up for what timer reconsideration does to the mean: e - 3/2.</summary>
    private const double Compensation = 1.21828;

    /// <summary>Of a second, as in the field "delay since last SR".</summary>
    private const long DelayUnits = 65_536;

    private bool _isOn;
    private long _due;
    private uint _chance;
    private uint _packets;
    private uint _octets;
    private uint _packetsBefore;
    private bool _hasSent;
    private uint _peersReport;
    private DateTimeOffset _peersReportAt;

    /// <summary>The session description changed, or came.</summary>
    /// <param name="isOn">Whether the peer takes control packets on this port.</param>
    /// <param name="chance">Something random.</param>
    public void Turn(bool isOn, uint chance)
    {
        if (isOn && !_isOn)
        {
            _chance = chance;
            _due = 0;
        }

        _isOn = isOn;
    }

    public void CountSent(int payloadLength)
    {
        _packets++;
        _octets += (uint)payloadLength;
    }

    public bool IsDue(long now)
    {
        if (_isOn && _due == 0)
        {
            // §6.2: half the interval before the first.
            _due = now + (NextInterval() / 2);
        }

        return _isOn && now >= _due;
    }

    /// <summary>When the next report is due.</summary>
    public void Schedule(long now) => _due = now + NextInterval();

    /// <summary>§6.1: a compound packet begins with a report and holds the CNAME.</summary>
    /// <param name="to">Room for <see cref="Rtcp.MostLength"/> bytes.</param>
    /// <param name="source">Our SSRC.</param>
    /// <param name="name">Our CNAME.</param>
    /// <param name="heard">What arrived.</param>
    /// <param name="wall">The time of day.</param>
    /// <param name="timestamp">The RTP time now.</param>
    public int WriteReport(
        Span<byte> to,
        uint source,
        ReadOnlySpan<byte> name,
        ref ReceptionStatistics heard,
        DateTimeOffset wall,
        uint timestamp
    )
    {
        // §6.4: who sent audio since the report before sends a sender report.
        var isSender = _packets != _packetsBefore;
        var blocks = heard.CanReport ? 1 : 0;
        var head = isSender ? 28 : 8;
        var length = head + (blocks * ReceptionStatistics.BlockLength);
        Rtcp.WriteHeader(to, isSender ? Rtcp.SenderReport : Rtcp.ReceiverReport, blocks, length);
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], source);
        if (isSender)
        {
            BinaryPrimitives.WriteUInt64BigEndian(to[8..], Rtcp.ToNtp(wall));
            BinaryPrimitives.WriteUInt32BigEndian(to[16..], timestamp);
            BinaryPrimitives.WriteUInt32BigEndian(to[20..], _packets);
            BinaryPrimitives.WriteUInt32BigEndian(to[24..], _octets);
        }

        if (blocks == 1)
        {
            var since = _peersReport == 0 ? 0 : (uint)(Math.Max(0, (wall - _peersReportAt).Ticks) * DelayUnits / TimeSpan.TicksPerSecond);
            heard.WriteBlock(to[head..], _peersReport, since);
        }

        _packetsBefore = _packets;
        _hasSent = true;
        return length + Rtcp.WriteDescription(to[length..], source, name);
    }

    /// <summary>§6.3.7: who never sent anything says no goodbye.</summary>
    public readonly bool MayLeave => _isOn && (_packets > 0 || _hasSent);

    /// <summary>Reads what the peer reports. Whatever is not understood is skipped, whatever cannot be is the end.</summary>
    /// <param name="compound">The packet.</param>
    /// <param name="arrivedAt">In ns of the wall clock; 0 when not known.</param>
    /// <returns>False for bytes that are no compound packet.</returns>
    public bool Take(ReadOnlySpan<byte> compound, long arrivedAt)
    {
        while (compound.Length >= 4)
        {
            var length = (BinaryPrimitives.ReadUInt16BigEndian(compound[2..]) + 1) * 4;
            if (compound[0] >> 6 != 2 || length > compound.Length)
            {
                return false;
            }

            if (compound[1] == Rtcp.SenderReport && length >= 28 && arrivedAt != 0)
            {
                // §6.4.1, LSR: the middle 32 bits of its NTP time.
                _peersReport = BinaryPrimitives.ReadUInt32BigEndian(compound[10..]);
                _peersReportAt = DateTimeOffset.UnixEpoch.AddTicks(arrivedAt / TimeSpan.NanosecondsPerTick);
            }

            compound = compound[length..];
        }

        return compound.IsEmpty;
    }

    /// <summary>§6.3.1: between half and one and a half of the interval, so that calls that began together do not report together.</summary>
    private long NextInterval()
    {
        _chance = (_chance * 1_664_525) + 1_013_904_223;
        return (long)(LeastInterval * (0.5 + (_chance / 4_294_967_296.0)) / Compensation);
    }
}
