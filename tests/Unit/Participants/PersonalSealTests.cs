using System.Text;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class PersonalSealTests
{
    private static readonly MasterKey Old = Master("2025", 1);
    private static readonly MasterKey New = Master("2026", 2);
    private static readonly PersonalSeal Seal = Sealing(Old);

    private static readonly PersonalData Data = new()
    {
        Name = new PersonalText("Fatima de Vries"),
        Phones = [new PersonalText("+31620000001"), new PersonalText("+31570123456")],
        Email = new PersonalText("fatima@voorbeeld.nl"),
        BirthYear = 1980,
        Places =
        [
            new PersonalPlace(1, new PersonalText("Thuis"), new DutchAddress(new PersonalText("7411KT"), 12, new PersonalText("BIS"))),
            new PersonalPlace(3, new PersonalText("Werk"), null),
        ],
    };

    private static readonly Gen<PersonalText> GenText = Gen.String[0, 40].Select(text => new PersonalText(WellFormed(text)));

    private static readonly Gen<PersonalData> GenData = Gen.Select(
        GenText,
        GenText.Array[0, 3],
        Gen.Int[0, 3_000],
        Gen.Select(Gen.Int[1, 5], GenText, Gen.Int[1, 99_999], GenText, Gen.Int[0, 2]).Array[0, 5],
        (name, phones, year, places) =>
            new PersonalData
            {
                Name = name,
                Phones = phones,
                Email = phones.Length == 1 ? name : null,
                BirthYear = year,
                Places =
                [
                    .. places.Select(place => new PersonalPlace(
                        place.Item1,
                        place.Item2,
                        place.Item5 == 0 ? null : new DutchAddress(place.Item4, place.Item3, place.Item5 == 1 ? null : place.Item2)
                    )),
                ],
            }
    );

    [Fact]
    public void Open_AnyData_GivesItBack() =>
        Gen.Select(Gen.Guid, GenData).Sample((id, data) => Assert.Equivalent(data, Seal.Open(id, Seal.Seal(id, data)), strict: true));

    [Fact]
    public void Open_ForSomebodyElse_Fails()
    {
        var id = Guid.NewGuid();
        var sealedData = Seal.Seal(id, Data);
        Assert.Throws<SealException>(() => Seal.Open(Guid.NewGuid(), sealedData));
        Assert.Throws<SealException>(() => Seal.Open(id, Seal.Seal(id, Data) with { Data = sealedData.Data }));
    }

    [Fact]
    public void Open_AnyBitFlippedOrCutOff_Fails() =>
        Gen.Int[0, 4_000]
            .Sample(bit =>
            {
                var id = Guid.NewGuid();
                var whole = Seal.Seal(id, Data);
                var (key, data) = ((byte[])whole.WrappedKey.Clone(), (byte[])whole.Data.Clone());
                var part = bit % 2 == 0 ? key : data;
                part[bit / 16 % part.Length] ^= (byte)(1 << (bit / 2 % 8));
                Assert.Throws<SealException>(() => Seal.Open(id, whole with { WrappedKey = key, Data = data }));
                Assert.Throws<SealException>(() => Seal.Open(id, whole with { Data = whole.Data[..(bit % whole.Data.Length)] }));
                Assert.Throws<SealException>(() => Seal.Open(id, whole with { WrappedKey = whole.WrappedKey[..(bit % 60)] }));
            });

    [Fact]
    public void Sealed_NothingOfItIsReadable()
    {
        var text = Encoding.Latin1.GetString(Seal.Seal(Guid.NewGuid(), Data).Data);
        Assert.All(
            new[] { "Fatima", "620000001", "voorbeeld", "7411KT", "Thuis" },
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)
        );
        Assert.Equal(60, Seal.Seal(Guid.NewGuid(), Data).WrappedKey.Length);
    }

    [Fact]
    public void Seal_Twice_NeverGivesTheSameBytes()
    {
        var id = Guid.NewGuid();
        var first = Seal.Seal(id, Data);
        Assert.NotEqual(first.Data, Seal.Seal(id, Data).Data);
        var changed = Seal.Seal(id, first, Data);
        Assert.NotEqual(first.Data, changed.Data);
        Assert.Equal(first.WrappedKey, changed.WrappedKey);
        Assert.Equivalent(Data, Seal.Open(id, changed), strict: true);
    }

    [Fact]
    public void Rewrap_ByANewMasterKey_OpensWithoutTheOldOne()
    {
        var id = Guid.NewGuid();
        var before = Seal.Seal(id, Data);
        var rewrapping = Sealing(Old, New).Rewrap(new WrappedKey(id, before.MasterKeyId, before.WrappedKey));
        var after = new SealedData(rewrapping.MasterKeyId, rewrapping.Key, before.Data);

        Assert.Equal("2026", after.MasterKeyId);
        Assert.Equivalent(Data, Sealing(New).Open(id, after), strict: true);
        Assert.Contains("2025", Assert.Throws<SealException>(() => Sealing(New).Open(id, before)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewestMasterKey_Wraps() => Assert.Equal("2026", Sealing(Old, New).Seal(Guid.NewGuid(), Data).MasterKeyId);

    [Fact]
    public void Lookups_OfTheSameThingWrittenDifferently_AreEqual()
    {
        Assert.Equal(Seal.Email("Fatima@Voorbeeld.NL"), Seal.Email(" fatima@voorbeeld.nl "));
        Assert.Equal(Seal.Address("7411 kt", 12), Seal.Address("7411KT", 12));
        Assert.NotEqual(Seal.Address("7411KT", 1), Seal.Address("7411KT", 12));
        Assert.Null(Seal.Address("geen", 1));
    }

    [Fact]
    public void Lookups_OfDifferentKindsOrKeys_Differ()
    {
        Assert.NotEqual(Seal.Phone("+31620000001").Hash, Seal.Email("+31620000001").Hash);
        Assert.NotEqual(Seal.Phone("+31620000001"), new PersonalSeal(new RegisterKeys([Old], [.. new byte[31], 1])).Phone("+31620000001"));
        Assert.NotEqual(Seal.LookupKeyCheck(), new PersonalSeal(new RegisterKeys([Old], [.. new byte[31], 1])).LookupKeyCheck());
    }

    [Fact]
    public void Lookup_OfALongText_IsAHashToo() => Assert.NotEqual(Seal.Email(new string('a', 5_000)), Seal.Email(new string('a', 5_001)));

    // What was stored must be found and opened by every later version.
    [Fact]
    public void StoredForms_AreTheseForEver()
    {
        Assert.Equal(
            "010f466174696d61206465205672696573bc0f020c2b33313632303030303030310c2b33313537303132333435360113666174696d6140766f6f726265656c64"
                + "2e6e6c02010554687569730106373431314b540c010342495303045765726b00",
            Convert.ToHexStringLower(PersonalDataCodec.Write(Data))
        );
        Assert.Equal("8b6f69cb1c08f40d70ce33b482e54756", Convert.ToHexStringLower(Seal.Phone("+31620000001").Hash.ToBytes()));
        Assert.Equivalent(Data, Seal.Open(Guid.Parse("11111111-2222-3333-4444-555555555555"), Golden), strict: true);
    }

    [Fact]
    public void Keys_TooShortOrTwice_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new RegisterKeys([], new byte[32]));
        Assert.Throws<ArgumentException>(() => new RegisterKeys([new MasterKey("a", new byte[31])], new byte[32]));
        Assert.Throws<ArgumentException>(() => new RegisterKeys([Old], new byte[31]));
        Assert.Throws<ArgumentException>(() => new RegisterKeys([Old, Old], new byte[32]));
    }

    [Fact]
    public void Printed_NothingSaysWhoItIs()
    {
        var id = Guid.NewGuid();
        var row = new ParticipantRows(Seal, new Nowhere()).Create(
            id,
            RegisterBench.Registration,
            RegisterBench.Accepted(RegisterBench.Profile),
            RegisterBench.Now
        );
        object[] printed =
        [
            Data,
            Data.Places[0],
            Data.Phones[0],
            RegisterBench.Profile,
            RegisterBench.Profile.Locations[0],
            RegisterBench.Registration,
            RegisterBench.Accepted(RegisterBench.Profile),
            new ParticipantRows(Seal, new Nowhere()).Read(row),
            row,
            row.Locations[0],
            row.Sealed!,
            New,
            new RegisterKeys([Old, New], new byte[32]),
        ];
        Assert.All(
            printed,
            what =>
                Assert.All(
                    new[] { "Fatima", "20000001", "oorbeeld", "7411", "Thuis", "52.2", "1980", "AQEB", "System.Byte" },
                    secret => Assert.DoesNotContain(secret, $"{what}", StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    private static SealedData Golden =>
        new(
            "2025",
            Convert.FromHexString(
                "4b9bbe003e92207264ce6f086c72ef024769ee9e04dfd0892a8f88d9ca209ff0a4f29001d80eaf5d9ac439ba80bd62f3bf077499a41de515241a4b69"
            ),
            Convert.FromHexString(
                "17b1b0578edb805d436fb58039545ec6405c1c62a8b07f7c9aa4f7e00d90db964d3879d5263b88ace208717a8ee189f2811c7e6e8532a53ced58aae25420"
                    + "5264d1158f4c3745b077570646dc0b7a1b29e26432a6248cd9a8d2f18b16038943f90683450887a5b96cc57f82876e3770aeda87093d3b23877a28d966c8"
            )
        );

    private static PersonalSeal Sealing(params MasterKey[] keys) => new(new RegisterKeys(keys, new byte[32]));

    private static MasterKey Master(string id, byte filler) => new(id, [.. Enumerable.Repeat(filler, 32)]);

    // A policy lets no other text in.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    private sealed class Nowhere : IBorders
    {
        public BorderCodes Find(Burgernet.Cells.GeoPoint point) => BorderCodes.Unknown;
    }
}
