using System.Net;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Orleans.Runtime.Placement;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>On which silos lanes stand.</summary>
public sealed class LanePlacementDirectorTests
{
    private static readonly Guid Action = Guid.Parse("0198f1a2-7c3e-7d11-8a55-3f2b6c9d4e01");

    [Theory]
    [InlineData(1, 2, new[] { 2 })]
    [InlineData(2, 2, new[] { 1, 1 })]
    [InlineData(3, 24, new[] { 8, 8, 8 })]
    [InlineData(4, 18, new[] { 4, 4, 5, 5 })]
    [InlineData(5, 2, new[] { 0, 0, 0, 1, 1 })]
    public void Deal_LanesOfAnAction_EverySiloHasAsManyAsAnyOther(int silos, int lanes, int[] each)
    {
        var all = Silos(silos);
        var dealt = Enumerable.Range(0, lanes).Select(lane => LanePlacementDirector.Deal(LaneKey.Of(Action, lane), all)).ToList();
        Assert.Equal(each, all.Select(silo => dealt.Count(silo.Equals)).Order());
    }

    [Fact]
    public void Deal_WhateverTheOrderOfTheSilos_IsTheSame()
    {
        var all = Silos(4);
        Assert.All(
            Enumerable.Range(0, 8).Select(lane => LaneKey.Of(Action, lane)),
            key => Assert.Equal(LanePlacementDirector.Deal(key, all), LanePlacementDirector.Deal(key, [.. all.Reverse()]))
        );
    }

    /// <summary>Otherwise the first silo would have the first lane of them all.</summary>
    [Fact]
    public void Deal_FirstLaneOfManyActions_StandsOnEverySilo()
    {
        var all = Silos(4);
        var random = new Random(1);
        var bytes = new byte[16];
        var first = Enumerable
            .Range(0, 200)
            .Select(_ =>
            {
                random.NextBytes(bytes);
                return LanePlacementDirector.Deal(LaneKey.Of(new Guid(bytes), 0), all);
            })
            .CountBy(silo => silo)
            .ToList();
        Assert.Equal(4, first.Count);
        Assert.All(first, silo => Assert.InRange(silo.Value, 25, 75));
    }

    [Fact]
    public async Task OnAddActivation_OneThatIsHandedOver_GoesWhereItIsSent()
    {
        var all = Silos(3);
        var key = LaneKey.Of(Action, 0);
        var elsewhere = all.First(silo => !silo.Equals(LanePlacementDirector.Deal(key, all)));
        var director = new LanePlacementDirector();
        Assert.Equal(elsewhere, await Place(new(StringComparer.Ordinal) { [IPlacementDirector.PlacementHintKey] = elsewhere }));
        Assert.Equal(LanePlacementDirector.Deal(key, all), await Place(new(StringComparer.Ordinal)));

        Task<SiloAddress> Place(Dictionary<string, object> context) =>
            director.OnAddActivation(
                new HashBasedPlacement(),
                new PlacementTarget(GrainId.Create("lane", key), context, default, 0),
                new Context(all)
            );
    }

    private static SiloAddress[] Silos(int count) =>
        [.. Enumerable.Range(0, count).Select(i => SiloAddress.New(IPAddress.Loopback, 15_111 + (i * 7), 7))];

    private sealed class Context(SiloAddress[] silos) : IPlacementContext
    {
        public SiloAddress LocalSilo => silos[0];

        public SiloStatus LocalSiloStatus => SiloStatus.Active;

        public SiloAddress[] GetCompatibleSilos(PlacementTarget target) => silos;

        public IReadOnlyDictionary<ushort, SiloAddress[]> GetCompatibleSilosWithVersions(PlacementTarget target) =>
            new Dictionary<ushort, SiloAddress[]> { [0] = silos };
    }
}
