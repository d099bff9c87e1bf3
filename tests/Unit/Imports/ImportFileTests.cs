using System.Security.Cryptography;
using System.Text;
using Burgernet.Grains.Participants;
using Burgernet.Imports;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Imports;

/// <summary>Files, good and bad: what is in the register afterwards, and what the report says.</summary>
public abstract class ImportFileTests : StoreTests
{
    private const string Header = "reference,name,phone,birth_year,legal_basis,confirmed,label1,latitude1,longitude1,channels1";

    private ImportRig? _open;

    private ImportRig Rig => _open ??= new ImportRig(Store.Imports);

    [Fact]
    public async Task File_OfInventedPeople_IsAllInTheRegister()
    {
        var import = await Rig.Import(ImportRig.Invented(50));

        Assert.Equal((50, 50, 0, 0, 0), Counts(import));
        Assert.Equal(50, await Rows("participant"));
        Assert.Empty(await Rig.Report(import));
        await NothingWaits();
    }

    [Fact]
    public async Task File_Again_ChangesNothing()
    {
        await Rig.Import(ImportRig.Invented(50));
        var before = await Everything();

        var again = await Rig.Import(ImportRig.Invented(50));

        Assert.Equal((50, 0, 0, 50, 0), Counts(again));
        Assert.Equal(before, await Everything(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task File_InAnotherDress_SaysTheSame()
    {
        await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2)));

        var dutch = await Rig.Import(
            "\ufeffnaam;referentie;telefoon;geboortejaar;grondslag;bevestigd;omschrijving1;breedtegraad1;lengtegraad1;kanalen1\r\n"
                + "\"Jan 1\";A1;+31990000001;1980;publieke-taak;kaart;thuis;52,25;6,16;telefoon\r\n"
                + "Jan 2;A2;+31990000002;1980;public-task;card;thuis;52.25;6.16;voice\r\n"
        );

        // The words of the first row are others, so it is stored again; the second says the same in another order.
        Assert.Equal((2, 0, 1, 1, 0), Counts(dutch));
    }

    [Fact]
    public async Task Row_ThatSaysSomethingElse_IsTheNextVersion()
    {
        await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2)));

        var import = await Rig.Import(ImportRig.File(Header, Row("A1", 3, latitude: "52.3"), Row("A2", 2)));

        Assert.Equal((2, 0, 1, 1, 0), Counts(import));
        var changed = await Store.Register.Read(ImportRig.IdOf("A1"));
        Assert.Equal(2, changed?.Version);
        Assert.Equal(52.3, Assert.Single(changed!.Locations).Point.Latitude);
        Assert.Equal("+31990000003", Assert.Single(SealedPeople.Rows.Read(changed).Profile!.Phones).Value);
        Assert.Equal(2, await Rows("participant_lookup"));
    }

    [Fact]
    public async Task Marker_BetweenTheRowsAndTheReloadOfTheirCells_SaysThatMoreAreUntold()
    {
        var during = new List<bool>();
        Rig.BeforeReload = async () => during.Add((await Store.Changes.Marker(10)).Untold.More);

        await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2)));
        await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2)));
        await Rig.Import(ImportRig.File(Header, Row("A1", 1, latitude: "52.3"), Row("A2", 2)));

        // The same file again touches nobody.
        Assert.Equal([true, false, true], during);
        Assert.False((await Store.Changes.Marker(10)).Untold.More);
    }

    [Fact]
    public async Task Participant_Erased_LeavesNothingOfWhatTheirRowSaid()
    {
        await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2)));
        var row = (await Store.Register.Read(ImportRig.IdOf("A1")))!;

        await Store.Register.Write(
            new ParticipantWrite(
                ParticipantPolicy.Erase(row, ImportRig.Now).Row!,
                new ParticipantChange(Guid.NewGuid(), default, ChangeRole.Manager, "relatie-1", ImportRig.Now, [])
            )
        );

        Assert.Equal(1, await Rows("participant where import_content is not null"));
        Assert.Equal(1, await Rows("participant where sealed is not null"));
        Assert.Equal(1, await Rows("participant_lookup"));
        Assert.Equal(1, await Rows("location"));

        // Who asked to be forgotten is not brought back by the next delivery of the file.
        var again = await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2)));
        Assert.Equal(["2 - erased"], await Rig.Report(again));
    }

    [Fact]
    public async Task Row_OfWhomSomebodyElseChanged_IsRefused()
    {
        await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2), Row("A3", 3)));
        await Run("update participant set version = 2 where participant_id = $1", ImportRig.IdOf("A1"));
        await Run("update participant set version = 2, status = 'left' where participant_id = $1", ImportRig.IdOf("A2"));

        var same = await Rig.Import(ImportRig.File(Header, Row("A1", 1), Row("A2", 2), Row("A3", 3)));
        var other = await Rig.Import(ImportRig.File(Header, Row("A1", 1, "52.3"), Row("A2", 2, "52.3"), Row("A3", 3, "52.3")));

        Assert.Equal(["3 - already-left"], await Rig.Report(same));
        Assert.Equal(["2 - changed-since", "3 - already-left"], await Rig.Report(other));
        Assert.Equal((3, 0, 1, 0, 2), Counts(other));
    }

    [Fact]
    public async Task Rows_OfOneReferenceOrPhone_AreRefusedAfterTheFirst()
    {
        await Rig.Import(ImportRig.File(Header, Row("old", 9)));

        var import = await Rig.Import(
            ImportRig.File(Header, Row("A1", 1), Row("A1", 2), Row("A3", 1), "A4,,+31990000004", Row("A4", 4), Row("A5", 9))
        );

        Assert.Equal(
            ["3 reference reference-repeated 2", "4 phone phone-in-other-row 2", "5 - fields-missing", "7 phone phone-taken"],
            await Rig.Report(import)
        );
        Assert.Equal((6, 2, 0, 0, 4), Counts(import));
    }

    [Theory]
    [InlineData("latitude1", "52,25", "2 - fields-too-many")]
    [InlineData("latitude1", "north", "2 latitude1 not-a-number")]
    [InlineData("latitude1", "95", "2 latitude1 point-invalid")]
    [InlineData("latitude1", "6.16", "2 latitude1 point-far-away")]
    [InlineData("latitude1", "NaN", "2 latitude1 not-a-number")]
    [InlineData("longitude1", "", "2 longitude1 location-incomplete")]
    [InlineData("channels1", "pigeon", "2 channels1 channel-unknown")]
    [InlineData("channels1", "voice email", "2 channels1 email-needed")]
    [InlineData("birth_year", "2020", "2 birth_year too-young")]
    [InlineData("birth_year", "MCMLXXX", "2 birth_year not-a-number")]
    [InlineData("phone", "0900 1234", "2 phone phone-premium")]
    [InlineData("phone", "112", "2 phone phone-emergency")]
    [InlineData("name", "", "2 name value-missing")]
    [InlineData("legal_basis", "because", "2 legal_basis legal-basis-unknown")]
    [InlineData("legal_basis", "consent", "2 consent_at consent-missing")]
    [InlineData("reference", "", "2 reference value-missing")]
    [InlineData("confirmed", "\"x", "2 - quote-not-closed")]
    public async Task Row_WithAValueThatCannotBe_IsRefusedAndTheOthersAreTaken(string column, string value, string expected)
    {
        var values = Row("A1", 1).Split(',');
        values[Array.IndexOf(Header.Split(','), column)] = value;

        var import = await Rig.Import(ImportRig.File(Header, string.Join(',', values), Row("A2", 2)));

        Assert.Equal([expected], await Rig.Report(import));
        Assert.Equal((2, 1, 0, 0, 1), Counts(import));
    }

    [Fact]
    public async Task Line_OfTenMegabytes_IsRefusedAndTheOthersAreTaken()
    {
        var import = await Rig.Import(
            Encoding.UTF8.GetBytes(ImportRig.File(Header, Row("A1", 1), new string('x', 10_000_000), Row("A2", 2))),
            piece: 65_536
        );

        Assert.Equal(["3 - line-too-long"], await Rig.Report(import));
        Assert.Equal((3, 2, 0, 0, 1), Counts(import));
    }

    [Theory]
    [InlineData("", ImportFileProblemCode.Empty, null, null)]
    [InlineData(Header + "\n", ImportFileProblemCode.Empty, null, null)]
    [InlineData("reference,name\nA1,Jan\n", ImportFileProblemCode.ColumnMissing, 1L, "phone")]
    [InlineData("reference,shoe_size\n", ImportFileProblemCode.ColumnUnknown, 1L, "shoe_size")]
    [InlineData("reference,referentie\n", ImportFileProblemCode.ColumnRepeated, 1L, "referentie")]
    [InlineData("\"reference\n", ImportFileProblemCode.NoHeader, 1L, null)]
    public async Task File_ThatHasNoUse_IsRefusedAsAWhole(string file, ImportFileProblemCode code, long? line, string? column)
    {
        var import = await Rig.Import(file);

        Assert.Equal(new ImportFileProblem(code) { Line = line, Column = column }, import.Problem);
        await NothingHappened(import);
    }

    [Theory]
    [InlineData("iso-8859-1", ImportFileProblemCode.Windows1252)]
    [InlineData("utf-16", ImportFileProblemCode.Utf16)]
    [InlineData("utf-16BE", ImportFileProblemCode.Utf16)]
    public async Task File_InAnotherEncoding_IsRefusedAsAWhole(string encoding, ImportFileProblemCode code)
    {
        // The rows before it were stored as waiting already.
        var rows = Enumerable.Range(1, 40).Select(i => Row($"A{i}", i)).Append(Row("Zoë", 99));

        var import = await Rig.Import(Encoding.GetEncoding(encoding).GetBytes(ImportRig.File(Header, [.. rows])));

        Assert.Equal(code, import.Problem?.Code);
        Assert.Equal(code == ImportFileProblemCode.Windows1252 ? 42 : 1, import.Problem?.Line);
        await NothingHappened(import);
    }

    [Fact]
    public async Task File_CutOffAnywhere_IsRefusedAsAWholeOrHasAllItsFields()
    {
        var bytes = Encoding.UTF8.GetBytes(
            ImportRig.File(Header, Row("A1", 1), Row("A2", 2).Replace("Jan 2", "\"Zoë\"", StringComparison.Ordinal))
        );
        var first = Array.IndexOf(bytes, (byte)'\n', Header.Length + 1) + 1;
        for (var length = first + 1; length < bytes.Length; length++)
        {
            var import = await Rig.Import(bytes[..length]);

            if (import.State != ImportState.Completed)
            {
                Assert.Equal(new ImportFileProblem(ImportFileProblemCode.CutOff) { Line = 3 }, import.Problem);
                Assert.Equal(0, await Rows("participant"));
            }
            else
            {
                // Only a cut within the last field cannot be seen; there "v" is no channel, and the digest of the request tells.
                Assert.True(length >= bytes.Length - "voice\n".Length);
                await Run("delete from location");
                await Run("delete from participant_lookup");
                await Run("delete from participant");
            }
        }
    }

    [Fact]
    public async Task File_WithAnotherDigestThanSaid_IsRefusedAsAWhole()
    {
        var file = Encoding.UTF8.GetBytes(ImportRig.File(Header, Row("A1", 1)));

        var cut = await Rig.Import(file[..^3], Convert.ToHexStringLower(SHA256.HashData(file)));
        await NothingHappened(cut);
        var whole = await Rig.Import(file, Convert.ToHexStringLower(SHA256.HashData(file)));

        Assert.Equal(ImportFileProblemCode.DigestDiffers, cut.Problem?.Code);
        Assert.Equal(ImportState.Completed, whole.State);
    }

    [Fact]
    public async Task File_OfMoreRowsThanAllowed_IsRefusedAsAWhole()
    {
        Rig.Options.MostRows = 20;

        var import = await Rig.Import(ImportRig.Invented(21));

        Assert.Equal(new ImportFileProblem(ImportFileProblemCode.TooManyRows) { Most = 20 }, import.Problem);
        await NothingHappened(import);
    }

    private static string Row(string reference, int phone, string latitude = "52.25") =>
        FormattableString.Invariant($"{reference},Jan {phone},+3199{phone:D7},1980,public-task,card,thuis,{latitude},6.16,voice");

    private static (int Rows, int Added, int Changed, int Unchanged, int Refused) Counts(ImportSnapshot import) =>
        (import.Rows, import.Added, import.Changed, import.Unchanged, import.Refused);

    private async Task NothingHappened(ImportSnapshot import)
    {
        Assert.Equal(ImportState.Refused, import.State);
        Assert.Equal(0, await Rows("participant"));
        await NothingWaits();
    }

    private async Task NothingWaits()
    {
        foreach (var table in new[] { "import_participant", "import_location", "import_lookup", "import_cell" })
        {
            Assert.Equal(0, await Rows(table));
        }
    }

    private Task<long> Rows(string table) => Store.Number($"select count(*) from {table}");

    private Task Run(string statement, params object[] values) => Store.Sql(statement, values);

    private async Task<List<string>> Everything()
    {
        var all = new List<string>();
        foreach (
            var batch in await Store
                .Subscriptions.ReadAll(TestContext.Current.CancellationToken)
                .ToListAsync(TestContext.Current.CancellationToken)
        )
        {
            foreach (var id in batch.Select(subscription => subscription.ParticipantId).Distinct())
            {
                var row = await Store.Register.Read(id);
                all.Add(
                    $"{row} {row!.ChangedAt:O} {Convert.ToHexString(row.Sealed!.Data)} {row.Locations.Count} {string.Join(' ', row.Lookups)}"
                );
            }
        }

        all.Sort(StringComparer.Ordinal);
        return all;
    }
}
