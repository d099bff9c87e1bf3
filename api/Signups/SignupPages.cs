using Burgernet.Api.Access;
using Burgernet.Api.Problems;
using Burgernet.Mail;
using Burgernet.Participants;
using Burgernet.Signups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Signups;

/// <summary>The pages that the links in mails lead to. To look at one changes nothing: mail scanners and previews look too. Only the button does, or a mail program's one click (RFC 8058).</summary>
internal sealed class SignupPages(IGrainFactory grains)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/signups").AllowEverybody().ExcludeFromDescription();
        pages.MapGet("/confirm", (HttpContext http, string? token) => Ask(http, token, SignupTexts.Confirm));
        pages.MapGet("/leave", (HttpContext http, string? token) => Ask(http, token, SignupTexts.Leave));
        pages.MapGet("/unsubscribe/articles", (HttpContext http, string? token) => Ask(http, token, SignupTexts.NoArticles));
        pages.MapGet("/unsubscribe/mail", (HttpContext http, string? token) => Ask(http, token, SignupTexts.NoMail));
        pages
            .MapPost("/confirm", (HttpContext http, SignupPages page, string? token) => page.Do(http, token, SignupTexts.Confirm))
            .AddEndpointFilter<SignupRateFilter>();
        pages
            .MapPost("/leave", (HttpContext http, SignupPages page, string? token) => page.Do(http, token, SignupTexts.Leave))
            .AddEndpointFilter<SignupRateFilter>();

        // No limit here: a mail program's one click comes from its maker's machines, for many people at once, and is not repeated where it is refused. A link that was made up costs two hashes.
        pages.MapPost(
            "/unsubscribe/articles",
            (HttpContext http, SignupPages page, string? token) => page.Do(http, token, SignupTexts.NoArticles)
        );
        pages.MapPost("/unsubscribe/mail", (HttpContext http, SignupPages page, string? token) => page.Do(http, token, SignupTexts.NoMail));
    }

    /// <summary>What whoever presses too often sees.</summary>
    public static HtmlPage TooMany(HttpContext http) =>
        Page(http, StatusCodes.Status429TooManyRequests, SignupTexts.Later, (SignupReasons.TooMany.English, SignupReasons.TooMany.Dutch));

    /// <summary>Asks whoever it is; whether the token is right only the button tells.</summary>
    private static HtmlPage Ask(HttpContext http, string? token, SignupText text) =>
        string.IsNullOrEmpty(token)
            ? Page(http, StatusCodes.Status404NotFound, text.Title, SignupTexts.Broken)
            : Page(http, StatusCodes.Status200OK, text.Title, text.Question, text.Button);

    private async Task<HtmlPage> Do(HttpContext http, string? token, SignupText text)
    {
        try
        {
            var secret = new PersonalText(token ?? "");
            var grain = grains.GetGrain<ISignupsGrain>(0);
            var outcome =
                ReferenceEquals(text, SignupTexts.Confirm) ? await grain.Confirm(secret)
                : ReferenceEquals(text, SignupTexts.NoArticles) ? await grain.Unsubscribe(MailList.Articles, secret)
                : ReferenceEquals(text, SignupTexts.NoMail) ? await grain.Unsubscribe(MailList.All, secret)
                : await grain.Leave(secret);
            return outcome == TokenOutcome.Done
                ? Page(http, StatusCodes.Status200OK, text.DoneTitle, text.Done)
                : Page(http, StatusCodes.Status404NotFound, text.Title, text.Unknown);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            return Page(http, StatusCodes.Status503ServiceUnavailable, text.Title, SignupTexts.Away, text.Button);
        }
    }

    private static HtmlPage Page(
        HttpContext http,
        int status,
        (string English, string Dutch) title,
        (string English, string Dutch) words,
        (string English, string Dutch)? button = null
    )
    {
        var english = ProblemLanguage.IsEnglish(http.Request.Headers.AcceptLanguage);
        return english
            ? new HtmlPage(status, "en", title.English, words.English, button?.English)
            : new HtmlPage(status, "nl", title.Dutch, words.Dutch, button?.Dutch);
    }
}
