using Burgernet.Actions;
using Burgernet.Kinds;

namespace Burgernet.Grains.Kinds;

/// <summary>By what an action may reach people. Pure.</summary>
internal static class MediaPolicy
{
    /// <summary>What there is.</summary>
    public static readonly IReadOnlyList<Medium> Deliverable = [Medium.Voice, Medium.Sms, Medium.Email];

    /// <summary>The media of a new action: those asked for, else by phone, or where its kind has no calls by what it has.</summary>
    /// <param name="policy">The kind's.</param>
    /// <param name="asked">What the dispatcher said; null for nothing.</param>
    /// <returns>The media, in order and each once; or null where one of them is not for this kind.</returns>
    public static IReadOnlyList<Medium>? Of(KindPolicy policy, IReadOnlyList<Medium>? asked) =>
        asked is null ? (policy.Media.Contains(Medium.Voice) ? [Medium.Voice] : policy.Media)
        : asked.Count > 0 && asked.All(policy.Media.Contains) ? [.. asked.Distinct().Order()]
        : null;

    /// <summary>Reads <c>voice</c> or <c>voice,sms</c>; null where it cannot be right.</summary>
    public static IReadOnlyList<Medium>? Parse(string text)
    {
        var media = text.Split(',').Select(name => Find(name.Trim())).ToArray();
        return Array.TrueForAll(media, medium => medium is not null) ? [.. media.OfType<Medium>().Distinct().Order()] : null;
    }

    private static Medium? Find(string name) =>
        name switch
        {
            "voice" => Medium.Voice,
            "sms" => Medium.Sms,
            "email" => Medium.Email,
            _ => null,
        };
}
