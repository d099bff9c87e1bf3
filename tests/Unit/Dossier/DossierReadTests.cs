using Burgernet.Dialing;
using Burgernet.Dossier;
using Burgernet.Grains.Dossier;
using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Dossier;

/// <summary>What is read of a dossier for others: its signed head, deliveries and attempts under pseudonyms.</summary>
public abstract class DossierReadTests : StoreTests
{
    private readonly DossierKeys _keys = TestDossier.NewKeys("k-1", "k-2");

    [Fact]
    public async Task Head_IsVerifiedWithThePublicKeyAlone()
    {
        var dossier = await Recorded();
        var head = (await Store.Dossiers.ReadHead(dossier.Id))!;
        Assert.Equal((dossier.State.Sequence, "k-2"), (head.Sequence, head.KeyId));
        var signed = SignedHead.Bytes(
            dossier.Id,
            head.Sequence,
            Convert.FromHexString(head.Hash),
            (head.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10,
            Convert.FromHexString(head.Act),
            head.KeyId!
        );
        using var auditor = System.Security.Cryptography.ECDsa.Create();
        auditor.ImportSubjectPublicKeyInfo(_keys.Public.Single(key => key.Signs).PublicKey, out _);
        var signature = Convert.FromBase64String(head.Signature!);
        Assert.True(auditor.VerifyData(signed, signature, System.Security.Cryptography.HashAlgorithmName.SHA256));
        Assert.Null(await Store.Dossiers.ReadHead(StoreBench.Action(77)));
    }

    [Fact]
    public async Task Attempts_InPages_AreAllThereOnceAndWithoutAnId()
    {
        var dossier = await Recorded();
        var grain = new DossierReader(Store.Dossiers, dossier.Id);
        var all = new List<AttemptView>();
        string? after = null;
        do
        {
            var page = await grain.ReadAttempts(after, 2);
            Assert.InRange(page.Attempts.Count, 1, 2);
            all.AddRange(page.Attempts);
            after = page.Next;
            for (var person = 1; person <= 8; person++)
            {
                Assert.DoesNotContain(StoreBench.Person(person).ToString("N"), after ?? "", StringComparison.Ordinal);
                Assert.DoesNotContain(StoreBench.Person(person).ToString("D"), after ?? "", StringComparison.Ordinal);
            }
        } while (after is not null);

        Assert.Equal(5, all.Count);
        Assert.Equal(5, all.Select(attempt => attempt.Pseudonym).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            [486, 487, 200],
            all.Where(attempt => attempt.EndedAt is not null)
                .Select(attempt => attempt.SipStatus)
                .OrderBy(status => status == 200 ? 999 : status)
        );
        var heard = all.Single(attempt => attempt.End == CallEnd.HungUpByUs);
        Assert.Equal(("1", 8_000, false), (heard.Keys, heard.PlayedMilliseconds, heard.Redial));
        Assert.Equal(TimeSpan.FromSeconds(30), heard.EndedAt - heard.AnsweredAt);
    }

    [Fact]
    public async Task Deliveries_InPages_AreAllThereOnceNearestFirst()
    {
        var dossier = await Recorded();
        var grain = new DossierReader(Store.Dossiers, dossier.Id);
        var all = new List<DeliveryRecord>();
        string? after = null;
        do
        {
            var page = await grain.ReadDeliveries(after, 3);
            all.AddRange(page.Deliveries);
            after = page.Next;
        } while (after is not null);

        Assert.Equal(8, all.Select(delivery => delivery.Pseudonym).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1], all.Select(delivery => delivery.Band));
        Assert.Equal(3, all.Count(delivery => delivery.Last is null && delivery.Attempts == 0));
        var confirmed = all.Single(delivery => delivery.Result == DeliveryResult.Confirmed);
        Assert.Equal((true, 1, confirmed.Pseudonym), (confirmed.Contacted, confirmed.Attempts, confirmed.Last!.Pseudonym));
    }

    [Fact]
    public async Task PseudonymKey_WhereThereIsNone_IsMadeOnce()
    {
        await Store.Sql("delete from register_setting where name = 'pseudonym-key'");
        var made = await Store.Dossiers.ReadPseudonymKey();
        Assert.Equal(Pseudonyms.KeyLength, made.Length);
        Assert.Equal(made, await Store.Dossiers.ReadPseudonymKey());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.00000001-0000-0000-0000-000000000001.voice.1")]
    [InlineData("1.zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz.voice.1")]
    public void AttemptPlace_ThatIsNone_IsRefused(string text) =>
        Assert.Throws<FormatException>(() => AttemptPlace.Parse(text, new Pseudonyms(new byte[32], Guid.NewGuid())));

    private protected async Task<TestDossier> Recorded()
    {
        var dossier = new TestDossier(Store, _keys);
        await dossier.Run();
        return dossier;
    }
}
