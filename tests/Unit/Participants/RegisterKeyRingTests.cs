using System.Text.Json;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Silo.Participants;
using Burgernet.Silo.Storage;
using Burgernet.TestKit;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class RegisterKeyRingTests : IDisposable
{
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly string OtherKey = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 48)]);

    private readonly TemporaryFolder _folder = new();

    private string PracticeFile => Path.Combine(_folder.Path, PracticeKeys.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_NoKeysAndNobodyIsReallyCalled_MakesPracticeKeysOnce()
    {
        var first = new PersonalSeal(Load(new RegisterKeyOptions()));
        var again = new PersonalSeal(Load(new RegisterKeyOptions()));
        Assert.Equal("practice", first.NewestMasterKeyId);
        Assert.Equal(first.LookupKeyCheck(), again.LookupKeyCheck());
        Assert.Equal(PracticeFile, Assert.Single(Directory.GetFiles(_folder.Path)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PracticeFile));
        }
    }

    [Fact]
    public async Task Load_SeveralNodesAtOnce_HaveTheSamePracticeKeys()
    {
        var loaded = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Load(new RegisterKeyOptions()), TestContext.Current.CancellationToken))
        );
        Assert.Single(loaded.Select(keys => new PersonalSeal(keys).LookupKeyCheck()).Distinct());
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Load_NoKeysAndALiveCarrier_Refuses()
    {
        Assert.Equal(RegisterProblem.NoKeys, Problem(new RegisterKeyOptions(), practice: false));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Load_SeveralMasterKeys_TheLastWraps()
    {
        var keys = Load(Configured([("2025", Key), ("2026", OtherKey)], Key.Replace('A', 'B')), practice: false);
        Assert.Equal("2026", keys.NewestId);
        Assert.Equal(2, keys.Ids.Count);
    }

    [Fact]
    public void Load_AFileOfTheOwnerAlone_IsRead()
    {
        var file = KeyFile(new { MasterKeys = new[] { new { Id = "2026", Key } }, LookupKey = OtherKey });
        Assert.Equal("2026", Load(new RegisterKeyOptions { File = file }, practice: false).NewestId);
    }

    [Fact]
    public void Load_AFileThatOthersMayRead_Refuses()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = KeyFile(new { MasterKeys = new[] { new { Id = "2026", Key } }, LookupKey = OtherKey });
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal(RegisterProblem.OpenKeyFile, Problem(new RegisterKeyOptions { File = file }));
    }

    [Fact]
    public void Load_AFileThatIsNone_Refuses()
    {
        Assert.Equal(RegisterProblem.BadKeyFile, Problem(new RegisterKeyOptions { File = Path.Combine(_folder.Path, "nowhere.json") }));
        Assert.Equal(RegisterProblem.BadKeyFile, Problem(new RegisterKeyOptions { File = KeyFile("no keys") }));
        Assert.Equal(RegisterProblem.KeysIncomplete, Problem(new RegisterKeyOptions { File = KeyFile(new { }) }));
    }

    public static TheoryData<string, RegisterProblem> Wrong =>
        new()
        {
            { "without lookup key", RegisterProblem.KeysIncomplete },
            { "without master keys", RegisterProblem.KeysIncomplete },
            { "not base64", RegisterProblem.BadKey },
            { "31 bytes", RegisterProblem.BadKey },
            { "no name", RegisterProblem.BadKey },
            { "same name", RegisterProblem.BadKey },
            { "same key for both", RegisterProblem.BadKey },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Load_KeysThatCannotBeRight_RefusesWithoutShowingThem(string how, RegisterProblem problem)
    {
        var options = how switch
        {
            "without lookup key" => Configured([("2026", Key)], null),
            "without master keys" => Configured([], Key),
            "not base64" => Configured([("2026", "geheim-geheim-geheim-geheim-geheim-geheim-geheim!")], OtherKey),
            "31 bytes" => Configured([("2026", Convert.ToBase64String(new byte[31]))], OtherKey),
            "no name" => Configured([("", Key)], OtherKey),
            "same name" => Configured([("2026", Key), ("2026", OtherKey)], Key.Replace('A', 'B')),
            _ => Configured([("2026", Key)], Key),
        };
        var exception = Assert.Throws<RegisterProblemException>(() => Load(options));
        Assert.Equal(problem, exception.Problem);
        Assert.All(
            options.MasterKeys.Select(key => key.Key).Append(Key),
            secret => Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void EveryProblem_IsSaidInDutchAndEnglish() =>
        Assert.All(
            Enum.GetValues<RegisterProblem>(),
            problem =>
            {
                var (dutch, english) = (Text(problem, dutch: true), Text(problem, dutch: false));
                Assert.Contains("HIER", dutch, StringComparison.Ordinal);
                Assert.Contains("HIER", english, StringComparison.Ordinal);
                Assert.NotEqual(dutch, english, StringComparer.Ordinal);
            }
        );

    private static string Text(RegisterProblem problem, bool dutch) =>
        RegisterText.Of(new RegisterProblemException(problem, "HIER"), dutch);

    private static RegisterKeyOptions Configured((string Id, string Key)[] masters, string? lookup) =>
        new() { MasterKeys = [.. masters.Select(key => new MasterKeyOptions { Id = key.Id, Key = key.Key })], LookupKey = lookup };

    private string KeyFile<T>(T content)
    {
        var file = Path.Combine(_folder.Path, "keys.json");
        File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(content));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return file;
    }

    private RegisterProblem Problem(RegisterKeyOptions options, bool practice = true) =>
        Assert.Throws<RegisterProblemException>(() => Load(options, practice)).Problem;

    private RegisterKeys Load(RegisterKeyOptions options, bool practice = true) =>
        new RegisterKeyRing(
            Options.Create(options),
            new CarrierList([new CarrierOptions { Practice = practice }]),
            Options.Create(new StorageOptions { Folder = _folder.Path })
        ).Load();
}
