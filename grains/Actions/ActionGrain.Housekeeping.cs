using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>What an action does by itself while it runs: select, keep its lines, hold the bands together, see that it is done. Every step can be repeated.</summary>
internal sealed partial class ActionGrain
{
    /// <summary>The carrier keeps its list of work in memory; this often it is told again.</summary>
    private static readonly TimeSpan Registration = TimeSpan.FromSeconds(2);

    /// <summary>Lanes of a stopped action are told again: one that was loaded again meanwhile has forgotten it.</summary>
    private static readonly TimeSpan StopRepetition = TimeSpan.FromSeconds(1);

    /// <summary>Lanes that nobody pulls from, in a pause or in quiet hours, are kept in memory: deadlines pass all the same.</summary>
    private static readonly TimeSpan LaneRepetition = TimeSpan.FromMinutes(1);

    private readonly Dictionary<int, LaneTotals> _totals = [];
    private IGrainTimer? _housekeeper;
    private int _selectingBand = -1;
    private int _ceiling = -1;
    private long _registeredAt = long.MinValue;
    private bool _selecting;
    private bool _saidNoCarrier;
    private bool _lanesAsked;
    private long _lanesAskedAt;
    private long _lanesStoppedAt = long.MinValue;
    private bool _keepingHouse;

    /// <summary>Whether people are selected: neither stopped nor over.</summary>
    private bool Selects => Status is ActionStatus.Active or ActionStatus.Paused;

    private IEnumerable<ILaneGrain> Lanes =>
        Enumerable.Range(0, _state.Lanes).Select(lane => GrainFactory.GetGrain<ILaneGrain>(LaneKey.Of(_state.Id, lane)));

    /// <summary>The carriers of its kind that its control room may use, in order.</summary>
    private IReadOnlyList<CarrierOptions> UsableCarriers => carriers.For(_state.Draft.Practice, _state.ControlRoom);

    /// <summary>The carriers of a medium that it may use, in order.</summary>
    private IReadOnlyList<CarrierOptions> CarriersOf(Medium medium) => carriers.For(_state.Draft.Practice, _state.ControlRoom, medium);

    /// <summary>The carriers of all media that its messages go by.</summary>
    private IEnumerable<ICarrierGrain> Carriers =>
        Media.SelectMany(CarriersOf).Select(carrier => GrainFactory.GetGrain<ICarrierGrain>(carrier.Name));

    private void KeepHouse() =>
        _housekeeper ??= this.RegisterGrainTimer(
            static (action, _) => action.Housekeep(),
            this,
            new GrainTimerCreationOptions(Housekeeping, Housekeeping) { KeepAlive = true, Interleave = true }
        );

    private async Task Housekeep()
    {
        if (_keepingHouse)
        {
            return;
        }

        _keepingHouse = true;
        try
        {
            await Wait(Tell());
            if (await Refresh() is not null)
            {
                return;
            }

            await StoreHalts();
            if (_state.Running && Status is ActionStatus.Active or ActionStatus.Paused)
            {
                await (Status == ActionStatus.Active ? Register() : Withdraw());
                await SelectOrAsk();
                await Enlist();
                WatchPace();
            }
            else if (_state.Running && Status is ActionStatus.Outcome or ActionStatus.Closed)
            {
                await TellOutcome();
            }
            else if (_state.Running && _state.Status == ActionStatus.Stopped && !_selecting)
            {
                await Enlist();
                await StopLanes();
            }

            await GrowIfDue();
            if (_state.Running)
            {
                await AnchorIfDue();
            }

            await CompleteIfDone();
        }
        catch (Exception exception)
        {
            // Whatever the reason: nothing is lost by trying again at the next turn.
            LogHousekeepingFailed(logger, exception, _state.Id);
        }
        finally
        {
            _keepingHouse = false;
            Measure();
            Herald();
        }
    }

    private async Task Register()
    {
        if (_registeredAt == long.MinValue || time.GetElapsedTime(_registeredAt) >= Registration)
        {
            _registeredAt = time.GetTimestamp();
            var usable = Media.Select(CarriersOf).ToArray();
            if (usable.Any(ofMedium => ofMedium.Count == 0) && !_saidNoCarrier)
            {
                // Fails closed: it waits until a carrier of its kind is configured again.
                _saidNoCarrier = true;
                LogNoCarrier(logger, _state.Id, _state.Draft.Practice, _state.ControlRoom);
            }

            await Task.WhenAll(usable.Select(Register));
        }
    }

    /// <summary>Tells each carrier of a medium which others go before it.</summary>
    private Task Register(IReadOnlyList<CarrierOptions> ofMedium)
    {
        var names = ofMedium.Select(carrier => carrier.Name).ToArray();
        var urgency = _state.TellsArticle ? Urgency.Low : _state.Urgency;
        return Task.WhenAll(
            names.Select(
                (name, place) =>
                    GrainFactory
                        .GetGrain<ICarrierGrain>(name)
                        .Register(new CarrierWork(_state.Id, _state.Lanes, urgency, _state.Draft.Practice, names[..place]))
            )
        );
    }

    /// <summary>A registration that crossed the pause on its way must not stay.</summary>
    private async Task Withdraw()
    {
        if (_registeredAt == long.MinValue || time.GetElapsedTime(_registeredAt) >= Registration)
        {
            _registeredAt = time.GetTimestamp();
            await Task.WhenAll(Carriers.Select(carrier => carrier.Unregister(_state.Id)));
        }
    }

    /// <summary>Nothing is to be called now; whoever waits for an automatic expansion says it once.</summary>
    private async Task Unregister()
    {
        if (_registeredAt != long.MinValue || !_state.Awake)
        {
            await Task.WhenAll(Carriers.Select(carrier => carrier.Unregister(_state.Id)));
            _registeredAt = long.MinValue;
        }
    }

    private async Task SelectOrAsk()
    {
        if (!_state.SelectionCompleted && !_selecting)
        {
            // Runs beside the housekeeping, which has a stop to store and a carrier to tell meanwhile.
            _selecting = true;
            _ = Select();
        }
        else if (_state.SelectionCompleted && (!_lanesAsked || time.GetElapsedTime(_lanesAskedAt) >= LaneRepetition))
        {
            await AskLanes();
        }
    }

    private async Task Select()
    {
        try
        {
            var wave = _state.Waves.Open!;
            var query = QueryAt(_state.Waves.New(wave), wave.At);
            var selection = new Selection(_state.Id, _state.Lanes, query, search, GrainFactory, _state.Deadline);
            if (!await selection.Run(() => Selects, HoldTo, TakeIn) || !Selects)
            {
                return;
            }

            _selectingBand = int.MaxValue;
            await AskLanes();
            var data = new SelectionCompletedData(_totals.Values.Sum(lane => lane.Selected), wave.Number == 1 ? null : wave.Number);
            await Append(ActionEventType.SelectionCompleted, data, new Actor(_state.ControlRoom, SystemActor));
        }
        catch (Exception exception)
        {
            // Whatever the reason: it begins again at the next turn, and lanes drop whom they have.
            LogSelectionFailed(logger, exception, _state.Id);
        }
        finally
        {
            _selecting = false;
        }
    }

    private async Task AskLanes()
    {
        foreach (var totals in await Task.WhenAll(Lanes.Select(lane => lane.Totals())))
        {
            await TakeIn(totals);
        }

        _lanesAsked = true;
        _lanesAskedAt = time.GetTimestamp();
    }

    private async Task StopLanes()
    {
        if (_lanesStoppedAt == long.MinValue || time.GetElapsedTime(_lanesStoppedAt) >= StopRepetition)
        {
            foreach (
                var totals in await Task.WhenAll(
                    Lanes.Select(lane => _state.ExpiresOutcomes ? lane.Expire(_state.Epoch) : lane.Stop(_state.Epoch))
                )
            )
            {
                await TakeIn(totals);
            }

            _lanesStoppedAt = time.GetTimestamp();
        }
    }

    private async Task TakeIn(LaneTotals totals)
    {
        if (_totals.TryGetValue(totals.Lane, out var known) && LaneOrder.IsOlder(totals, known))
        {
            return;
        }

        _totals[totals.Lane] = totals;
        if (_selectingBand == int.MaxValue && _totals.Count < _state.Lanes)
        {
            // The lanes that have not told yet may hold the nearest of all.
            return;
        }

        await Release();
    }

    /// <summary>Before a band is stored: nobody two bands beyond it may be called for the first time, whoever selected them.</summary>
    private Task HoldTo(int band)
    {
        _selectingBand = band;

        // Only to hold: what may leave from now on is told when it is stored, and a start need not wait until every lane is awake.
        return BandCeiling.Of(_totals.Values, band) < _ceiling ? Release() : Task.CompletedTask;
    }

    private async Task Release()
    {
        var ceiling = BandCeiling.Of(_totals.Values, _selectingBand);
        if (ceiling != _ceiling)
        {
            _ceiling = ceiling;
            await Task.WhenAll(Lanes.Select(lane => lane.ReleaseThrough(ceiling).AsTask()));
        }
    }

    /// <summary>Whether every delivery has its result, as all lanes told that know all messages.</summary>
    private bool AllDone =>
        _state.Running
        && !Enlisting
        && _callBacksOpen == 0
        && _totals.Count == _state.Lanes
        && (_state.SelectionCompleted || (!Selects && !_selecting && (_lanesAsked || _lanesStoppedAt != long.MinValue)))
        && _totals.Values.All(lane => lane.Results.Values.Sum() == lane.Deliveries);

    private async Task CompleteIfDone()
    {
        if (AllDone)
        {
            if (await Anchor() is not null || !AllDone)
            {
                return;
            }

            var (messages, selected) = (_state.Messages.Next, _state.SelectionCompleted);
            await Append(
                ActionEventType.WaveCompleted,
                _state.ToCompleted(_totals.Values),
                new Actor(_state.ControlRoom, SystemActor),
                still: state => state.Messages.Next == messages && state.SelectionCompleted == selected && state.Running
            );
        }

        if (!_state.Running && !_halts.Any)
        {
            await Unregister();
        }

        if (!_state.Awake && !_halts.Any)
        {
            _housekeeper?.Dispose();
            _housekeeper = null;
        }
    }
}
