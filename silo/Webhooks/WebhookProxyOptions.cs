using System.ComponentModel.DataAnnotations;
using Burgernet.Grains.Webhooks;

namespace Burgernet.Silo.Webhooks;

/// <summary>The way out (section <c>Burgernet:Webhooks</c>, with <see cref="WebhookOptions"/>).</summary>
public sealed class WebhookProxyOptions : IValidatableObject
{
    /// <summary>An HTTP proxy that all webhooks go through, <c>http://proxy.example:3128</c>. Default none, whatever the environment says.</summary>
    public Uri? Proxy { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Proxy is not null && (!Proxy.IsAbsoluteUri || Proxy.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult($"{WebhookOptions.Section}:Proxy must be an http address", [nameof(Proxy)]);
        }
    }
}
