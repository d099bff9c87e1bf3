using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>Somebody in the memory of their lane, with their deliveries: a row of them for each medium, one for each message.</summary>
/// <param name="id">Who.</param>
internal sealed class LanePerson(Guid id)
{
    private Delivery? _voice;
    private Delivery? _sms;
    private Delivery? _email;

    public Guid Id => id;

    /// <summary>By what they may be reached at the place where they were found.</summary>
    public ContactChannels Channels { get; set; } = ContactChannels.Voice;

    /// <summary>Their last delivery by any medium; they have at least one.</summary>
    public Delivery Newest
    {
        get
        {
            var newest = _voice;
            newest = newest is null || _sms?.Message > newest.Message ? _sms ?? newest : newest;
            return newest is null || _email?.Message > newest.Message ? _email ?? newest! : newest;
        }
    }

    /// <summary>Everything they have, newest first within each medium.</summary>
    public IEnumerable<Delivery> All
    {
        get
        {
            for (var delivery = _voice; delivery is not null; delivery = delivery.Earlier)
            {
                yield return delivery;
            }

            for (var delivery = _sms; delivery is not null; delivery = delivery.Earlier)
            {
                yield return delivery;
            }

            for (var delivery = _email; delivery is not null; delivery = delivery.Earlier)
            {
                yield return delivery;
            }
        }
    }

    /// <summary>Whether they were contacted by any message.</summary>
    public bool IsContacted { get; set; }

    /// <summary>Whether they heard any message, or have any text on their handset.</summary>
    public bool IsReached { get; set; }

    /// <summary>Their last delivery by a medium, or null.</summary>
    public Delivery? Last(Medium medium) =>
        medium switch
        {
            Medium.Sms => _sms,
            Medium.Email => _email,
            _ => _voice,
        };

    /// <summary>Puts a delivery behind those that they have by its medium.</summary>
    public void Attach(Delivery delivery)
    {
        ref var last = ref delivery.Medium == Medium.Sms ? ref _sms : ref delivery.Medium == Medium.Email ? ref _email : ref _voice;
        if (last is not null)
        {
            delivery.Earlier = last;
            delivery.Dialled |= last.Dialled;
            last.Later = delivery;
        }

        last = delivery;
        delivery.Person = this;
    }
}
