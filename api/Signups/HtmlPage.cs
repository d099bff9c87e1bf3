using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Burgernet.Api.Signups;

/// <summary>A small page that needs no script, nothing from elsewhere, and tells no other site where it was (its address holds a token).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Language">nl or en.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Words">Its paragraph.</param>
/// <param name="Button">A button that posts to the page's own address, or null.</param>
internal sealed record HtmlPage(int Status, string Language, string Title, string Words, string? Button) : IResult
{
    private const string Style =
        "body{margin:0;background:#f3f5f8;color:#1b2430;font:1.125rem/1.5 system-ui,sans-serif}"
        + "main{max-width:34rem;margin:12vh auto 0;padding:2rem;background:#fff;border-top:.5rem solid #154273}"
        + "h1{margin:0 0 1rem;font-size:1.6rem;line-height:1.25}p{margin:0 0 1.5rem}"
        + "button{font:inherit;font-weight:600;color:#fff;background:#154273;border:0;padding:.75rem 1.5rem;cursor:pointer}"
        + "button:hover{background:#0e2d4f}button:focus-visible{outline:.2rem solid #f9a825;outline-offset:.2rem}";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var headers = response.Headers;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        headers.ContentLanguage = Language;
        headers.Append("Vary", "Accept-Language");
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return response.WriteAsync(Html(), httpContext.RequestAborted);
    }

    private string Html()
    {
        var encoder = HtmlEncoder.Default;
        var form = Button is null ? "" : $"<form method=\"post\"><button type=\"submit\">{encoder.Encode(Button)}</button></form>";
        return $"""
            <!DOCTYPE html>
            <html lang="{Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encoder.Encode(Title)} - Burgernet</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{encoder.Encode(Title)}</h1>
            <p>{encoder.Encode(Words)}</p>
            {form}
            </main>
            </body>
            </html>

            """;
    }
}
