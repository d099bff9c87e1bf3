using System.Text.RegularExpressions;
using Burgernet.Tests.Architecture.Sources;
using Xunit;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>What this code says to other nodes and to its database, held to what the last release understands.</summary>
public sealed partial class ContractTests(Wire wire) : IClassFixture<Wire>
{
    private IReadOnlyList<Contract> Now => [.. GrainContracts.Of(wire).Concat(MessageContracts.Of(wire)).Concat(StoredContracts.All)];

    /// <summary>Whatever is new is seen in review.</summary>
    [Fact]
    public void Contracts_OfThisCode_AreTheApprovedOnes() => ApprovedFile.ShouldBe("contracts.approved.txt", ContractText.Write(Now));

    [Fact]
    public void Contracts_OfTheLastRelease_AreStillKept()
    {
        var now = Now;
        var breaches = ContractRules.Breaches(ContractText.Read(ApprovedFile.Read("contracts.released.txt")), now).ToArray();
        var found = ContractBreaks.Judge(breaches, ContractBreaks.Read(ApprovedFile.Read("breaks.txt")), now).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Fact]
    public void Contracts_Written_AreReadBackAsTheyWere()
    {
        var text = ContractText.Write(Now);
        Assert.Equal(text, ContractText.Write(ContractText.Read(text)));
    }

    /// <summary>Without one a name is made of namespace and signature, and a rename or a further parameter changes it.</summary>
    [Fact]
    public void Names_OnTheWire_ArePinned()
    {
        string[] unpinned =
        [
            .. Now.Where(contract =>
                    contract.Kind is ContractKind.Grain or ContractKind.Message
                    && contract.Name.StartsWith("Burgernet", StringComparison.Ordinal)
                )
                .Select(contract => contract.Subject),
            .. Now.Where(contract => contract.Kind == ContractKind.Method && GeneratedName().IsMatch(contract.Name))
                .Select(contract => contract.Subject),
        ];
        Assert.Empty(unpinned);
    }

    [Fact]
    public void Structs_ReadFromBytes_AreAmongTheContracts() =>
        Assert.Empty(
            SourceFile
                .InRepository()
                .Where(file => file.Path.StartsWith("grain", StringComparison.Ordinal))
                .SelectMany(file => CastFromBytes().Matches(file.Text).Select(match => match.Groups["type"].Value))
                .Except(MessageContracts.NamesAsBytes, StringComparer.Ordinal)
        );

    [GeneratedRegex("/[0-9A-F]{8}$", RegexOptions.NonBacktracking)]
    private static partial Regex GeneratedName();

    [GeneratedRegex("MemoryMarshal\\.Cast<byte, (?<type>[A-Z]\\w*)>", RegexOptions.NonBacktracking)]
    private static partial Regex CastFromBytes();
}
