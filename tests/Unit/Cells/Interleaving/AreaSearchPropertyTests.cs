using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>Any order in which searches, changes, imports and a warm-up can meet.</summary>
public sealed class AreaSearchPropertyTests
{
    private static readonly Gen<Place?> SomePlace = Gen.Select(
        Gen.Int[-18, 18],
        Gen.Int[-18, 18],
        Gen.Int[0, 5],
        Gen.Int[0, 3],
        (north, east, voice, none) => none == 0 ? null : new Place(north, east, voice > 0)
    );

    private static readonly Gen<Place?[]> SomePlaces = SomePlace.Array[2];

    private static readonly Gen<Move> SomeMove = Gen.Select(
        Gen.Int[0, 7],
        SomePlaces,
        Gen.Int[0, 3].Select(i => i < 2 ? MoveKind.Told : (MoveKind)(i - 1)),
        Gen.Int[0, 40],
        (person, to, kind, after) => new Move(person, to, kind, after)
    );

    [Fact]
    public void Search_WhilePeopleMove_FindsWhoStaysOnceAndNobodyWhoIsGone() =>
        Gen.Select(
                SomePlaces.Array[8, 12],
                SomeMove.Array[0, 12],
                Gen.Int[0, 1_000].Array[400],
                Gen.Int[0, 6],
                Gen.Bool,
                Gen.Bool,
                Gen.Int[0, 2]
            )
            .Sample(
                (homes, moves, choices, mostChanged, warmUp, apart, markers) =>
                {
                    var story = new SearchStory(choices, mostChanged, apart);
                    story.Settle(homes);
                    story.Run(moves, warmUp, markers);
                },
                iter: 3_000
            );
}
