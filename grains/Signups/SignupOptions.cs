using System.ComponentModel.DataAnnotations;

namespace Burgernet.Grains.Signups;

/// <summary>How people sign up and leave by themselves (section <c>Burgernet:Signups</c>).</summary>
public sealed class SignupOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Signups";

    /// <summary>Where the public finds the pages to confirm and to leave, without a slash at the end. Default <c>http://127.0.0.1:5080</c>, for practice on one machine.</summary>
    public string PublicUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>How long the link of a mail can confirm. Default 7 days; a day later a sign-up that nobody confirmed is erased.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long the code of a text message can confirm. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a code may be tried. Default 5: of a million codes.</summary>
    [Range(1, 10)]
    public int CodeTries { get; set; } = 5;

    /// <summary>How long the link of a mail can leave. Default 400 days: a mail of last year still works.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3650.00:00:00")]
    public TimeSpan LeaveLifetime { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How old a sign-up that nobody confirmed must be before another one with the same phone takes its place. Default 10 minutes: whoever made a mistake may try again, and a phone or mailbox is not flooded.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ReplaceAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Most sign-ups with one e-mail address that wait to be confirmed: of more, nobody is written. Default 3.</summary>
    [Range(1, 20)]
    public int MostWaiting { get; set; } = 3;

    /// <summary>How often a node looks for letters that are due. Default 2 s; after a failure twice as long each time, up to a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan RelayInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            || PublicUrl.EndsWith('/')
            || url.Query.Length + url.Fragment.Length > 0
        )
        {
            yield return new ValidationResult(
                "PublicUrl is https://…, without a slash at the end; http:// on this machine only",
                [nameof(PublicUrl)]
            );
        }
    }
}
