using System.Security.Cryptography;
using Burgernet.Dossier;
using Burgernet.Grains.Dossier;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class DossierScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    /// <summary>As an auditor would who has the head and the public keys from somewhere else, and nothing of ours.</summary>
    [Fact]
    public async Task Head_OfAFinishedAction_HoldsByThePublicKeyAlone()
    {
        var action = await Finished();
        var head = (await _node.Grains.GetGrain<IDossierGrain>(action.Id).ReadHead())!;
        var key = Assert.Single(await _node.Grains.GetGrain<IDossierKeysGrain>(0).List(), key => key.Signs);
        Assert.Equal((key.Id, (await action.Snapshot()).Sequence), (head.KeyId, head.Sequence));
        using var auditor = ECDsa.Create();
        auditor.ImportFromPem(key.PublicKey);
        var microseconds = (head.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var act = Convert.FromHexString(head.Act);
        var signed = SignedHead.Bytes(action.Id, head.Sequence, Convert.FromHexString(head.Hash), microseconds, act, head.KeyId!);
        Assert.True(auditor.VerifyData(signed, Convert.FromBase64String(head.Signature!), HashAlgorithmName.SHA256));
        signed[20] ^= 1;
        Assert.False(auditor.VerifyData(signed, Convert.FromBase64String(head.Signature!), HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task Lists_OfAFinishedAction_TellOfTheSamePeople()
    {
        var action = await Finished();
        var dossier = _node.Grains.GetGrain<IDossierGrain>(action.Id);
        var pseudonyms = new List<string>();
        string? after = null;
        do
        {
            var page = await dossier.ReadViews(after, 7);
            pseudonyms.AddRange(page.Pseudonyms);
            Assert.DoesNotContain(page.Deliveries, delivery => page.Next?.Contains(delivery.ParticipantId.ToString("D")) is true);
            after = page.Next;
        } while (after is not null);

        Assert.Equal((await action.Deliveries()).Count, pseudonyms.Distinct(StringComparer.Ordinal).Count());
        var records = await dossier.ReadDeliveries(null, 1_000);
        var attempts = await dossier.ReadAttempts(null, 1_000);
        Assert.Equal(
            pseudonyms.Order(StringComparer.Ordinal),
            records.Deliveries.Select(record => record.Pseudonym).Order(StringComparer.Ordinal)
        );
        Assert.Equal(records.Deliveries.Sum(record => record.Attempts), attempts.Attempts.Count);
    }

    private async Task<TestAction> Finished()
    {
        var town = await Town.FoundAt(_node, 20, 40, 60, 80, 100, 120, 140, 160, 180);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();
        return action;
    }
}
