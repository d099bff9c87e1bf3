using System.Xml.Linq;
using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Mail;

/// <summary>What letters say, letter by letter, in Dutch and English; the approved ones lie in the folder Letters.</summary>
public sealed class LetterTextTests
{
    private const string Leave = "https://burgernet.example/signups/leave?token=abc";
    private const string Dutch = "Lisa is veilig thuis.\n\nZij liep bij de IJssel,\nnaast de brug. Dank u!";
    private const string English = "Lisa is safe at home.";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly UnsubscribeLinks Links = new(
        "https://burgernet.example/signups/unsubscribe/articles?token=def",
        "https://burgernet.example/signups/unsubscribe/mail?token=ghi"
    );

    public static TheoryData<string, Language> All
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (
                var name in new[]
                {
                    "confirm",
                    "welcome",
                    "phone-taken",
                    "outcome",
                    "outcome-practice",
                    "information",
                    "article",
                    "article-other-language",
                }
            )
            {
                all.Add(name, Language.Dutch);
                all.Add(name, Language.English);
            }

            return all;
        }
    }

    /// <summary>Whoever changes a letter on purpose copies the received file over the approved one, and sees the difference in review.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Letter_InALanguage_IsTheApprovedOne(string name, Language language)
    {
        var mail = Write(Text(name, language), language);
        var file = $"{name}.{(language == Language.English ? "en" : "nl")}";
        var differs = new[]
        {
            await Differs($"{file}.txt", $"Subject: {mail.Subject}\n\n{mail.Text.Value}"),
            await Differs($"{file}.html", mail.Html.Value),
        };
        Assert.All(differs, Assert.Null);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Letter_InHtml_CanBeReadByAScreenReader(string name, Language language)
    {
        var html = Write(Text(name, language), language).Html.Value;
        var code = language == Language.English ? "en" : "nl";
        Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{code}\">", html, StringComparison.Ordinal);
        Assert.Single(html.Split("<h1 ").Skip(1));
        foreach (var none in new[] { "<img", "<table", "<script", "<iframe", "url(", "src=", "@import" })
        {
            Assert.DoesNotContain(none, html, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var link in html.Split("<a ").Skip(1))
        {
            Assert.Matches("^href=\"https://[^\"]+\"[^>]*>[^<]+</a>", link);
        }

        // As XML it has every tag closed; meta and br are the only ones that HTML leaves open.
        var closed = html.Replace("<br>", "<br/>", StringComparison.Ordinal).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal);
        closed = string.Join(
            '\n',
            closed.Split('\n').Select(line => line.StartsWith("<meta", StringComparison.Ordinal) ? $"{line[..^1]}/>" : line)
        );
        Assert.Equal("html", XDocument.Parse(closed).Root!.Name.LocalName);
    }

    [Fact]
    public void Letter_WithWhatSomebodyWrote_HasNoHtmlOfTheirs()
    {
        const string Evil = "<script>alert(1)</script>\n\n</div><h1>\"&' é ∑ 漢字</h1>\u0000\n\nhttps://x/?a=1&b=2";
        var text = ActionLetterText.Outcome(
            Language.Dutch,
            new ActionLetter("<b>Einde</b>\r\nBcc: x@example.org", Evil, Language.Dutch, Practice: false),
            Links
        );
        var mail = Write(text, Language.Dutch);

        Assert.DoesNotContain("<script", mail.Html.Value, StringComparison.Ordinal);
        Assert.Single(mail.Html.Value.Split("<h1").Skip(1));
        Assert.Contains("&lt;b&gt;Einde&lt;/b&gt; Bcc: x@example.org</h1>", mail.Html.Value, StringComparison.Ordinal);
        Assert.Contains("é ∑ 漢字", mail.Html.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0000", mail.Html.Value, StringComparison.Ordinal);
        Assert.Equal("<b>Einde</b> Bcc: x@example.org", mail.Subject);
        Assert.Contains("<script>alert(1)</script>", mail.Text.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_WithATextInAnotherLanguage_SaysSo()
    {
        var english = Write(Text("article-other-language", Language.English), Language.English).Html.Value;
        Assert.Contains("<div lang=\"nl\"", english, StringComparison.Ordinal);
        Assert.DoesNotContain("<div lang", Write(Text("article", Language.English), Language.English).Html.Value, StringComparison.Ordinal);
    }

    private static MailLetter Write(LetterText text, Language language) =>
        LetterWriter.Write(Guid.NewGuid(), new PersonalText("jan@example.org"), text, Leave, language, Now);

    private static LetterText Text(string name, Language language)
    {
        var english = language == Language.English;
        var content = english
            ? new ActionLetter("Lisa was found", English, Language.English, Practice: false)
            : new ActionLetter("Lisa is gevonden", Dutch, Language.Dutch, Practice: false);
        return name switch
        {
            "confirm" => LetterText.Confirm(language, "https://burgernet.example/signups/confirm?token=xyz&x=1", Leave, Now),
            "welcome" => LetterText.Welcome(language, Leave),
            "phone-taken" => LetterText.PhoneTaken(language, Leave),
            "outcome" => ActionLetterText.Outcome(language, content, Links),
            "outcome-practice" => ActionLetterText.Outcome(language, content with { Practice = true }, Links),
            "information" => ActionLetterText.Information(language, content, Links),
            "article" => ActionLetterText.Article(language, content, Links),
            _ => ActionLetterText.Article(language, content with { Text = Dutch, Language = Language.Dutch }, Links),
        };
    }

    /// <summary>Holds a letter against the approved one.</summary>
    /// <returns>What to do where a letter is not the approved one; null where it is.</returns>
    private static async Task<string?> Differs(string file, string received)
    {
        var approved = Path.Combine(RepositoryRoot.Path, "tests", "Unit", "Mail", "Letters", file);
        var before = File.Exists(approved) ? await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) : "";
        if (received.Equals(before, StringComparison.Ordinal))
        {
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "letters")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, file), received, TestContext.Current.CancellationToken);
        return $"The letter differs from {approved}; if it should, copy {Path.Combine(folder, file)} over it.";
    }
}
