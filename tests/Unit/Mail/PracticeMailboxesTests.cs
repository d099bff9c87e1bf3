using System.ComponentModel.DataAnnotations;
using Burgernet.Silo.Mail;
using Xunit;

namespace Burgernet.Tests.Unit.Mail;

public sealed class PracticeMailboxesTests
{
    [Fact]
    public void Mailboxes_Many_AreAsOftenAsTheOptionsSay()
    {
        var options = new PracticeMailOptions
        {
            NoMailbox = 10,
            Full = 20,
            Later = 30,
        };
        var counts = Enumerable.Range(0, 10_000).CountBy(i => PracticeMailboxes.FateOf(options, $"p{i}@example.org")).ToDictionary();
        Assert.InRange(counts[PracticeMailFate.NoMailbox], 900, 1_100);
        Assert.InRange(counts[PracticeMailFate.Full], 1_850, 2_150);
        Assert.InRange(counts[PracticeMailFate.Later], 2_800, 3_200);
        Assert.InRange(counts[PracticeMailFate.Taken], 3_800, 4_200);
    }

    [Fact]
    public void Mailbox_BySeedAndAddress_IsTheSameInAnyCase()
    {
        var options = new PracticeMailOptions { Full = 50 };
        Assert.All(
            Enumerable.Range(0, 50).Select(i => $"jan.{i}@example.org"),
            address =>
                Assert.Equal(PracticeMailboxes.FateOf(options, address), PracticeMailboxes.FateOf(options, address.ToUpperInvariant()))
        );
    }

    [Theory]
    [InlineData(50, 50, 0, true)]
    [InlineData(50, 50, 1, false)]
    [InlineData(-1, 0, 0, false)]
    public void Options_OfAHundred_AreNotMore(double noMailbox, double full, double later, bool valid)
    {
        var options = new PracticeMailOptions
        {
            NoMailbox = noMailbox,
            Full = full,
            Later = later,
        };
        Assert.Equal(valid, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }
}
