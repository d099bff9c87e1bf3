namespace Burgernet.Grains.Dialing;

/// <summary>A text that a dialer submitted, with what is known of it.</summary>
internal sealed class DialedText(TextMessage text) : DialedAttempt(text, text.Order, messageMilliseconds: 0)
{
    public override int Weight => text.Segments;

    /// <summary>Takes in what became of it.</summary>
    public void Apply(in MessageNews news)
    {
        Report = Report with { EndedAt = news.At, End = TextPolicy.EndOf(news), SipStatus = news.Status, CarrierIds = news.Ids };
        Dirty = true;
    }
}
