using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>How many people an action would reach, and by what.</summary>
/// <param name="reach">By what its message goes.</param>
internal sealed class ReachCount(MessageReach reach)
{
    private readonly Dictionary<Language, int> _calls = [];
    private readonly Dictionary<Language, int> _sms = [];
    private readonly Dictionary<Language, int> _instead = [];

    /// <summary>People.</summary>
    public int People { get; private set; }

    /// <summary>Of them, those who are called, by language.</summary>
    public IReadOnlyDictionary<Language, int> Calls => _calls;

    /// <summary>Those who get an SMS at once.</summary>
    public IReadOnlyDictionary<Language, int> Sms => _sms;

    /// <summary>Those who get an SMS if their call reaches nobody.</summary>
    public IReadOnlyDictionary<Language, int> Instead => _instead;

    /// <summary>Mails.</summary>
    public int Mails { get; private set; }

    /// <summary>Counts somebody.</summary>
    public void Add(in Candidate person)
    {
        People++;
        var channels = reach.For(person.Channels);
        if (Has(channels, ContactChannels.Voice))
        {
            Add(_calls, person.Language);
        }

        if (Has(channels, ContactChannels.Sms))
        {
            Add(_sms, person.Language);
        }
        else if (Has(channels, ContactChannels.Voice) && Has(reach.AfterCall(person.Channels), ContactChannels.Sms))
        {
            Add(_instead, person.Language);
        }

        Mails += Has(channels, ContactChannels.Email) ? 1 : 0;
    }

    private static bool Has(ContactChannels channels, ContactChannels channel) => (channels & channel) != ContactChannels.None;

    private static void Add(Dictionary<Language, int> counts, Language language) =>
        counts[language] = counts.GetValueOrDefault(language) + 1;
}
