using System.Security.Cryptography;
using Burgernet.Grains.Dossier;
using Burgernet.Silo.Dossier;
using Burgernet.Silo.Storage;
using Burgernet.TestKit;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burgernet.Tests.Unit.Dossier;

public sealed class DossierKeyRingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string OwnFile => Path.Combine(_folder.Path, OwnDossierKey.FileName);

    [Fact]
    public void Load_WithoutAnyKey_MakesOneForTheOwnerAloneAndKeepsIt()
    {
        using var made = Ring(new DossierOptions()).Load();
        using var again = Ring(new DossierOptions()).Load();
        var key = Assert.Single(made.Public);
        Assert.True(key.Signs);
        Assert.StartsWith("own-", key.Id, StringComparison.Ordinal);
        Assert.Equal(key.PublicKey, Assert.Single(again.Public).PublicKey);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(OwnFile));
        }
    }

    [Fact]
    public void LoadToVerify_WithoutAnyKey_MakesNone()
    {
        using var keys = Ring(new DossierOptions()).LoadToVerify();
        Assert.Empty(keys.Public);
        Assert.False(File.Exists(OwnFile));
    }

    [Fact]
    public void Load_KeysTurnedOver_TheLastSignsAndThoseBeforeStillVerify()
    {
        using var old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var current = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var before = Key("2025", old.ExportPkcs8PrivateKeyPem());
        var retired = Key("2025", old.ExportSubjectPublicKeyInfoPem());
        var after = Key("2026", Convert.ToBase64String(current.ExportPkcs8PrivateKey()));
        using var then = Ring(new DossierOptions { SigningKeys = { before } }).Load();
        using var now = Ring(new DossierOptions { SigningKeys = { retired, after } }).Load();
        byte[] bytes = [1, 2, 3];
        var signature = old.SignData(bytes, HashAlgorithmName.SHA256);
        Assert.True(then.Verify("2025", bytes, signature));
        Assert.True(now.Verify("2025", bytes, signature));
        Assert.False(now.Verify("2026", bytes, signature));
        Assert.Equal([("2025", false), ("2026", true)], now.Public.Select(key => (key.Id, key.Signs)));
    }

    [Fact]
    public void Load_TheLastKeyOnlyVerifies_SaysThatItCannotSign()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new DossierOptions { SigningKeys = { Key("a", key.ExportSubjectPublicKeyInfoPem()) } };
        Assert.Contains("no private part", Refusal(() => Ring(options).Load()), StringComparison.Ordinal);
        using var toVerify = Ring(options).LoadToVerify();
        Assert.Single(toVerify.Public);
    }

    [Fact]
    public void Load_WhatIsNoKey_IsRefusedWithoutSayingIt()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var good = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = good.ExportPkcs8PrivateKeyPem();
        foreach (
            var keys in new DossierKeyOptions[][]
            {
                [Key("", pem)],
                [Key("a", pem), Key("a", pem)],
                [Key("a", "geheim")],
                [Key("a", p384.ExportPkcs8PrivateKeyPem())],
            }
        )
        {
            var options = new DossierOptions { SigningKeys = [.. keys] };
            var said = Refusal(() => Ring(options).Load());
            Assert.Contains("cannot be right", said, StringComparison.Ordinal);
            Assert.DoesNotContain("geheim", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_AFileThatOthersMayRead_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes");
            return;
        }

        using (Ring(new DossierOptions()).Load()) { }

        File.SetUnixFileMode(OwnFile, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Refusal(() => Ring(new DossierOptions { SigningKeyFile = OwnFile }).Load()), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static DossierKeyOptions Key(string id, string key) => new() { Id = id, Key = key };

    private static string Refusal(Func<DossierKeys> load)
    {
        var refused = Assert.Throws<DossierKeyException>(load);
        Assert.NotEqual(refused.Text(dutch: true), refused.Text(dutch: false), StringComparer.Ordinal);
        return refused.Text(dutch: false);
    }

    private DossierKeyRing Ring(DossierOptions options) =>
        new(Options.Create(options), Options.Create(new StorageOptions { Folder = _folder.Path }));
}
