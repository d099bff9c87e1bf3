using Burgernet.Grains.Speech;
using Burgernet.Silo.Speech;
using Xunit;

namespace Burgernet.Tests.Unit.Speech;

public sealed class SpeechCacheTests
{
    [Fact]
    public void Cache_Full_LetsGoOfWhatWasAskedForLongestAgo()
    {
        var cache = new SpeechCache(mostBytes: 25);
        var (first, second, third) = (Sound(), Sound(), Sound());
        cache.Keep("first", first);
        cache.Keep("second", second);
        Assert.Same(first, cache.Find("first"));
        cache.Keep("third", third);
        Assert.Null(cache.Find("second"));
        Assert.Same(first, cache.Find("first"));
        Assert.Same(third, cache.Find("third"));
        cache.Keep("third", second);
        Assert.Same(third, cache.Find("third"));
    }

    private static SpeechOutcome Sound() => new(new byte[10], TimeSpan.FromSeconds(1));
}
