using System.Text;
using Burgernet.Sip.Messages;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>The messages of RFC 4475, each with what becomes of it; the reasons stand in docs/sip-torture.md.</summary>
public sealed class TortureTests
{
    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Unit", "Signalling", "Rfc4475");

    [Theory]
    [InlineData("wsinv", "481", "")]
    [InlineData("intmeth", "405", "")]
    [InlineData("esc01", "call", "")]
    [InlineData("escnull", "405", "")]
    [InlineData("esc02", "405", "")]
    [InlineData("lwsdisp", "200", "")]
    [InlineData("longreq", "call", "")]
    [InlineData("dblreq", "405", "")]
    [InlineData("semiuri", "200", "")]
    [InlineData("transports", "200", "")]
    [InlineData("mpart01", "405", "")]
    [InlineData("unreason", "drop", "")]
    [InlineData("noreason", "drop", "")]
    [InlineData("badinv01", "400", "EmptyItem")]
    [InlineData("clerr", "400", "ContentLength")]
    [InlineData("ncl", "400", "ContentLength")]
    [InlineData("scalar02", "400", "CSeq")]
    [InlineData("scalarlg", "drop", "CSeq")]
    [InlineData("quotbal", "400", "Address")]
    [InlineData("ltgtruri", "400", "RequestUri")]
    [InlineData("lwsruri", "400", "RequestUri")]
    [InlineData("lwsstart", "400", "RequestUri")]
    [InlineData("trws", "400", "RequestUri")]
    [InlineData("escruri", "400", "")]
    [InlineData("baddate", "call", "")]
    [InlineData("regbadct", "405", "")]
    [InlineData("badaspec", "200", "")]
    [InlineData("baddn", "drop", "NoEndOfHeaders")]
    [InlineData("badvers", "505", "Version")]
    [InlineData("mismatch01", "400", "MethodMismatch")]
    [InlineData("mismatch02", "400", "MethodMismatch")]
    [InlineData("bigcode", "drop", "StartLine")]
    [InlineData("badbranch", "200", "")]
    [InlineData("insuf", "400", "MissingHeader")]
    [InlineData("unkscm", "416", "")]
    [InlineData("novelsc", "416", "")]
    [InlineData("unksm2", "405", "")]
    [InlineData("bext01", "420", "")]
    [InlineData("invut", "415", "")]
    [InlineData("regaut01", "405", "")]
    [InlineData("multi01", "400", "RepeatedHeader")]
    [InlineData("mcl01", "400", "ContentLength")]
    [InlineData("bcast", "drop", "")]
    [InlineData("zeromf", "200", "")]
    [InlineData("cparam01", "405", "")]
    [InlineData("cparam02", "405", "")]
    [InlineData("regescrt", "405", "")]
    [InlineData("sdp01", "406", "")]
    [InlineData("inv2543", "call", "")]
    public void Message_MeetsItsExpectation(string name, string expected, string fault)
    {
        var rig = new CoreRig(takesCalls: true);
        rig.Receive(Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(Folder, $"{name}.dat"))));

        var status = rig.Sent.Select(sent => sent.Text[8..11]).LastOrDefault() ?? "drop";
        Assert.Equal(expected, status == "100" && rig.Incoming is not null ? "call" : status);
        var counted = Enum.GetValues<ParseFault>().Where(one => rig.Context.Meters.ParseFaults[(int)one] > 0);
        Assert.Equal(fault, string.Concat(counted));
    }

    [Fact]
    public void List_IsComplete()
    {
        var table = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "sip-torture.md"));
        foreach (var file in Directory.GetFiles(Folder, "*.dat"))
        {
            Assert.Contains($"| {Path.GetFileNameWithoutExtension(file)} |", table, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Message_CutAtEveryOffset_NeverThrows()
    {
        var rig = new CoreRig(takesCalls: true);
        var count = 0;
        foreach (var file in Directory.GetFiles(Folder, "*.dat"))
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            for (var length = 0; length <= text.Length; length++)
            {
                rig.Receive(text[..length]);
                count++;
            }
        }

        Assert.Equal(count, rig.Context.Meters.Received);
    }
}
