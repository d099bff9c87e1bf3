using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Tests.Sealed;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class ClaimedPrefixTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Somebody = Guid.NewGuid();

    private readonly ClaimedPrefix _claimed = new(
        SealedPeople.Seal,
        new MediumAddress(new PhonePolicy(Options.Create(new RegisterOptions()), new NoPracticeNumbers()))
    );

    [Theory]
    [InlineData("+31991200001", "+319912")]
    [InlineData("+31991100001", "+31991")]
    [InlineData("+31993000001", "")]
    public void Of_ClaimWithItsNumber_IsTheLongestLimitedPrefix(string number, string expected) =>
        Assert.Equal(expected, Of(SealedPeople.Row(Somebody, number, new GeoPoint(52, 6), Start).Sealed));

    [Fact]
    public void Of_NumberThatNobodyKnows_MayBeAny()
    {
        Assert.Null(Of(null));
        Assert.Null(Of(new SealedData("test", new byte[60], new byte[60])));
    }

    private string? Of(SealedData? number) =>
        _claimed.Of(
            new OpenClaim("dead", Start, Somebody, number),
            Medium.Voice,
            new PrefixRoom([new PrefixCount("+31991", 0), new PrefixCount("+319912", 0)])
        );

    private sealed class NoPracticeNumbers : IPracticeNumbers
    {
        public bool Allowed => false;

        public bool IsPractice(ReadOnlySpan<char> e164) => false;
    }
}
