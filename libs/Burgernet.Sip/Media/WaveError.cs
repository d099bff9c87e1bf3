namespace Burgernet.Sip.Media;

/// <summary>Why a WAV file cannot be played.</summary>
public enum WaveError
{
    /// <summary>It can.</summary>
    None,

    /// <summary>Not a RIFF/WAVE file, or cut short.</summary>
    NotWave,

    /// <summary>Not PCM, or not 8 or 16 bits.</summary>
    NotPcm,

    /// <summary>Not between 8 and 48 kHz.</summary>
    SampleRate,

    /// <summary>Neither one nor two channels.</summary>
    Channels,

    /// <summary>No samples.</summary>
    Empty,
}
