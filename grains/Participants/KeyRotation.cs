using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Participants;

/// <summary>Wraps participants' keys by the newest master key, page by page, while everything else goes on. Can be cut off and begun again at any point.</summary>
public sealed partial class KeyRotation(IKeyStore store, PersonalSeal seal, RegisterInstruments instruments, ILogger<KeyRotation> logger)
{
    private const int Page = 500;

    /// <summary>Runs until no key is wrapped by an older master key.</summary>
    /// <returns>How many keys were wrapped anew.</returns>
    /// <exception cref="SealException">A key cannot be unwrapped: an older master key is not configured.</exception>
    /// <exception cref="Actions.StoreUnavailableException">The store did not answer; begin again later.</exception>
    public async Task<long> Run(CancellationToken cancellationToken)
    {
        var newest = seal.NewestMasterKeyId;
        var total = 0L;
        Guid? after = null;
        while (await store.ReadNotWrappedBy(newest, after, Page) is { Count: > 0 } page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = await store.Rewrap([.. page.Select(seal.Rewrap)]);
            instruments.Rewrapped(count);
            total += count;
            after = page[^1].ParticipantId;
        }

        if (total > 0)
        {
            LogRewrapped(logger, total, newest);
        }

        return total;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The keys of {Count} participants are wrapped by master key {MasterKey} now")]
    private static partial void LogRewrapped(ILogger logger, long count, string masterKey);
}
