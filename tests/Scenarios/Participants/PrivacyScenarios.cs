using System.Text;
using Burgernet.Cells;
using Burgernet.Participants;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Sqlite;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Participants;

/// <summary>What is personal stands nowhere in the open, and after an erasure nowhere at all.</summary>
public sealed class PrivacyScenarios
{
    private static readonly string[] Secrets =
    [
        "Wilhelmina",
        "Kwispelstaart",
        "620099887",
        "6 2009 9887",
        "570123456",
        "wkwispel",
        "voorbeeldpost",
        "7419XZ",
        "7419 xz",
        "Tuinhuisje",
    ];

    [Fact]
    public async Task Erased_AfterALifeInTheRegister_StandsInNoTableNoLogAndNoFile()
    {
        using var folder = new TemporaryFolder();
        await using var node = await TestNode.Start();
        var id = Guid.NewGuid();
        var participant = node.Grains.GetGrain<IParticipantGrain>(id);
        Assert.Empty((await participant.Register(Household.Operation(), Registration)).Refusals);
        Assert.Empty((await participant.Change(Household.Operation(), Registration.Profile with { WantsArticles = true }, null)).Refusals);
        var refused = await node.Grains.GetGrain<IParticipantGrain>(Guid.NewGuid()).Register(Household.Operation(), Registration);
        Assert.NotEmpty(refused.Refusals);
        Assert.Equal([id], await Find(node));
        var (key, data) = await Sealed(node, id);

        // In the open it stood nowhere at any time; sealed it does stand there now, so that the search is seen to find what there is.
        Assert.Empty(await FoundInTables(node));
        var before = await Files(node, folder.Path, "before");
        Assert.Contains(before, file => Contains(file, key) && Contains(file, data));
        AssertNone(before);

        Assert.Empty((await participant.Leave(Household.Operation())).Refusals);
        Assert.Empty((await participant.Erase(Household.Operation())).Refusals);

        Assert.Empty(await FoundInTables(node));
        var after = await Files(node, folder.Path, "after");
        AssertNone(after);
        Assert.DoesNotContain(after, file => Contains(file, key) || Contains(file, data));
        var log = node.Get<LogBook>().Text;
        Assert.Contains(id.ToString(), log, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(1, await Number(node, "select count(*) from participant where participant_id = $1 and sealed is null", id));
        Assert.Equal(0, await Number(node, "select count(*) from location where participant_id = $1", id));
        Assert.Equal(0, await Number(node, "select count(*) from participant_lookup where participant_id = $1", id));
        Assert.Equal(0, await Number(node, "select count(*) from participant_change where participant_id = $1 and length(cells) > 0", id));
        Assert.Empty(await Find(node));
        Assert.Equal(1, await Number(node, "select count(*) from access_participant where participant_id = $1", id));
        Assert.Null((await participant.Get())!.Profile);
        Assert.Empty((await participant.Get())!.Places);
    }

    /// <summary>By everything that a relationship manager can search by, and in what research gets.</summary>
    private static async Task<IEnumerable<Guid>> Find(TestNode node)
    {
        var register = node.Grains.GetGrain<IRegisterGrain>(0);
        var access = new RegisterAccess("deventer", "bea", RegisterAct.Searched, "phone email postcode houseNumber");
        var search = new ParticipantSearch
        {
            Phone = new PersonalText("+31 6 2009 9887"),
            Email = new PersonalText("WKwispel@voorbeeldpost.nl"),
            Address = new DutchAddress(new PersonalText("7419XZ"), 187),
        };
        var found = (await register.Search(access, search, after: null, 10)).Found.Select(person => person.Id).ToList();
        var research = await register.ReadResearch("privacy", within: null, after: null, 500);
        Assert.Equal(found.Count, research.Subjects.Count(subject => subject.BirthDecade == 1950));
        return found;
    }

    private static Registration Registration { get; } =
        new()
        {
            Profile = new ParticipantProfile
            {
                Name = new PersonalText("Wilhelmina Kwispelstaart"),
                Phones = [new PersonalText("06 2009 9887"), new PersonalText("0570-123456")],
                Email = new PersonalText("wkwispel@voorbeeldpost.nl"),
                BirthYear = 1951,
                Locations =
                [
                    new ParticipantLocation
                    {
                        Number = 1,
                        Label = new PersonalText("Tuinhuisje"),
                        Point = new GeoPoint(52.2551, 6.1639),
                        Address = new DutchAddress(new PersonalText("7419 xz"), 187),
                        Channels = ContactChannels.All,
                    },
                ],
            },
            Source = "website",
            LegalBasis = LegalBasis.PublicTask,
            ConfirmedBy = ConfirmationMethod.SignedCard,
        };

    private static async Task<(byte[] Key, byte[] Data)> Sealed(TestNode node, Guid id) =>
        await node.Database.Read(sql =>
            sql.Query("select wrapped_key, sealed from participant where participant_id = $1", row => (row.Bytes(0), row.Bytes(1)), id)[0]
        );

    /// <summary>Every value of every table that holds one of the secrets, as text or as bytes.</summary>
    private static Task<List<string>> FoundInTables(TestNode node) =>
        node.Database.Read(sql =>
        {
            var found = new List<string>();
            foreach (var table in sql.Query("select name from sqlite_master where type = 'table'", row => row.GetString(0)))
            {
                foreach (var column in sql.Query($"select name from pragma_table_info('{table}')", row => row.GetString(0)))
                {
                    var values = sql.Query(
                        $"select cast(\"{column}\" as blob) from \"{table}\" where \"{column}\" is not null",
                        row => row.Bytes(0)
                    );
                    if (values.Exists(value => Secrets.Any(secret => Contains(value, Encoding.UTF8.GetBytes(secret)))))
                    {
                        found.Add($"{table}.{column}");
                    }
                }
            }

            return found;
        });

    /// <summary>The database's files as they are on disk, free pages and write-ahead log included.</summary>
    private static async Task<List<byte[]>> Files(TestNode node, string folder, string name)
    {
        var copies = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await node.Database.Write(_ =>
        {
            foreach (var file in Directory.GetFiles(node.Get<Microsoft.Extensions.Options.IOptions<StorageOptions>>().Value.Folder))
            {
                File.Copy(file, Path.Combine(copies, Path.GetFileName(file)));
            }

            return new WriteStep<bool>(true, Keep: false);
        });
        return [.. Directory.GetFiles(copies).Select(File.ReadAllBytes)];
    }

    private static void AssertNone(List<byte[]> files) =>
        Assert.All(Secrets, secret => Assert.DoesNotContain(files, file => Contains(file, Encoding.UTF8.GetBytes(secret))));

    private static bool Contains(byte[] where, byte[] what) => where.AsSpan().IndexOf(what) >= 0;

    private static Task<long> Number(TestNode node, string sql, Guid id) =>
        node.Database.Read(statements => statements.Query(sql, row => row.GetInt64(0), id)[0]);
}
