using Burgernet.Grains.Cells;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Cells;

public sealed class PersonSetTests
{
    private static readonly Gen<Guid> RandomOrCounting = Gen.OneOf(
        Gen.Guid,
        Gen.Int[0, 2_000].Select(number => new Guid(number, 0, 0, new byte[8])),
        Gen.Byte.Select(number => new Guid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, number))
    );

    [Fact]
    public void Add_AnyPeople_SaysWhoIsNewAsAHashSetDoes() =>
        RandomOrCounting
            .Array[0, 3_000]
            .Sample(
                people =>
                {
                    var set = new PersonSet();
                    var expected = new HashSet<Guid>();
                    Assert.All(people, person => Assert.Equal(expected.Add(person), set.Add(person)));
                    Assert.All(people, person => Assert.False(set.Add(person)));
                    Assert.Equal(expected.Count, set.Count);
                },
                iter: 50
            );
}
