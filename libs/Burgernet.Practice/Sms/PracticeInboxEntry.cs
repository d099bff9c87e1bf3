namespace Burgernet.Practice;

/// <summary>A message in the inbox, as known now.</summary>
internal sealed class PracticeInboxEntry(PracticeSms sms)
{
    public PracticeSms Sms { get; set; } = sms;
}
