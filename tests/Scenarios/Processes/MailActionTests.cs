using System.Text.Json;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The README's walk by e-mail: a whole node, and what lies in the mailboxes of its participants.</summary>
public sealed class MailActionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Action_ByMail_LiesInThePracticeInbox()
    {
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(
            folder.Path,
            "Burgernet:Practice:Mail:Full=0",
            "Burgernet:Practice:Mail:NoMailbox=0"
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.DraftMail(ControlRoom.Circle(420), "Meisje vermist", "Lisa is 7 jaar.");
        Assert.InRange((await room.Get($"{action}/estimate")).GetProperty("deliveries").GetProperty("email").GetInt32(), 20, 60);
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);
        var people = (await room.Progress(action)).GetProperty("done").GetInt32();

        var mails = (await room.Get("/v1/practice/mail")).GetProperty("mails").EnumerateArray().ToList();
        Assert.InRange(people, 20, 60);
        Assert.Equal(people, mails.Select(To).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(people, mails.Count);
        Assert.Contains(mails, mail => mail.GetProperty("subject").GetString() == "[Oefening] Meisje vermist");
        Assert.All(mails, mail => Assert.Contains("Lisa is 7 jaar.", mail.GetProperty("html").GetString()!, StringComparison.Ordinal));
        var one = await room.Get($"/v1/practice/mail?to={Uri.EscapeDataString(To(mails[0]))}");
        Assert.Equal(To(mails[0]), To(Assert.Single(one.GetProperty("mails").EnumerateArray())));
        Assert.DoesNotContain("@example", node.Output, StringComparison.Ordinal);
    }

    private static string To(JsonElement mail) => mail.GetProperty("to").GetString()!;
}
