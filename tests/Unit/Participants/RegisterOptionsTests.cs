using System.ComponentModel.DataAnnotations;
using Burgernet.Grains.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Participants;

public sealed class RegisterOptionsTests
{
    [Fact]
    public void Options_Default_AreRight() => Assert.Empty(Reasons(new RegisterOptions()));

    [Fact]
    public void Options_OfTheBench_AreRight() => Assert.Empty(Reasons(RegisterBench.Options));

    [Fact]
    public void Options_ThatCannotBeRight_SayWhy()
    {
        Assert.Contains("South", Reason(new RegisterOptions { South = 54, North = 50 }), StringComparison.Ordinal);
        Assert.Contains("'nl'", Reason(new RegisterOptions { Countries = ["nl"] }), StringComparison.Ordinal);
        Assert.Contains("'0900'", Reason(new RegisterOptions { DeniedNumbers = { "0900" } }), StringComparison.Ordinal);
        Assert.Contains("0 to 63", Reason(With(Group(64, "a"))), StringComparison.Ordinal);
        Assert.Contains("of its own", Reason(With(Group(1, "a"), Group(1, "b"))), StringComparison.Ordinal);
        Assert.Contains("of its own", Reason(With(Group(1, "a"), Group(2, "a"))), StringComparison.Ordinal);
        Assert.Contains("Dutch and English", Reason(With(new TargetGroupOptions { Bit = 1, Id = "a" })), StringComparison.Ordinal);
    }

    private static TargetGroupOptions Group(int bit, string id) =>
        new()
        {
            Bit = bit,
            Id = id,
            Dutch = "groep",
            English = "group",
        };

    private static RegisterOptions With(params TargetGroupOptions[] groups)
    {
        var options = new RegisterOptions();
        Array.ForEach(groups, options.TargetGroups.Add);
        return options;
    }

    private static string Reason(RegisterOptions options) => Assert.Single(Reasons(options));

    private static List<string> Reasons(RegisterOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        return found.ConvertAll(result => result.ErrorMessage ?? "");
    }
}
