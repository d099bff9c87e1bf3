using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace Burgernet.Api.Live;

/// <summary>What live views are made of.</summary>
/// <param name="Grains">Where actions are asked.</param>
/// <param name="Streams">Where hints come from, or null in a process without the stream.</param>
/// <param name="Options">How often, how long.</param>
/// <param name="Instruments">What is measured.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
internal sealed record LiveParts(
    IGrainFactory Grains,
    IStreamProvider? Streams,
    ApiOptions Options,
    LiveInstruments Instruments,
    TimeProvider Time,
    ILogger Logger
);
