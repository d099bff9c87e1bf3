using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Burgernet.Benchmarks.Sms;

/// <summary>npm <c>smpp</c> as an SMS centre with a record and receipts (<c>centre.cjs</c>), a process of its own that can be killed and started again.</summary>
/// <param name="record">File of its record, which outlives it.</param>
/// <param name="receiptAfter">From submit to receipt.</param>
/// <param name="answerAfter">From submit to its answer.</param>
internal sealed class NodeCentre(string record, TimeSpan receiptAfter, TimeSpan answerAfter) : IDisposable
{
    private const int ReceiptsAtOnce = 500;

    private Process _process = null!;
    private TimeSpan _cpuBefore;

    /// <summary>Where it listens; the same after it was started again.</summary>
    public int Port { get; private set; }

    /// <summary>What it saw.</summary>
    public IReadOnlyList<CentreSubmit> Record => CentreRecord.Read(record);

    /// <summary>Starts it.</summary>
    public async Task Start()
    {
        string[] arguments =
        [
            Port.ToString(CultureInfo.InvariantCulture),
            record,
            receiptAfter.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
            ReceiptsAtOnce.ToString(CultureInfo.InvariantCulture),
            answerAfter.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
        ];
        _process = NodeSmpp.Start("centre.cjs", arguments);
        var line = await _process.StandardOutput.ReadLineAsync();
        Port = line is not null
            ? int.Parse(line, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The SMS centre did not start: {await _process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _cpuBefore += _process.TotalProcessorTime;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Processor time that it used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _cpuBefore + _process.TotalProcessorTime;
        }
    }

    /// <summary>Submits that it took, receipts that were acknowledged to it, and receipts that wait, so far.</summary>
    public async Task<(int Submits, int Receipts, int Waiting)> Count()
    {
        await _process.StandardInput.WriteLineAsync("count");
        await _process.StandardInput.FlushAsync();
        var told = JsonSerializer.Deserialize<JsonElement>((await _process.StandardOutput.ReadLineAsync())!);
        return (told.GetProperty("submits").GetInt32(), told.GetProperty("receipts").GetInt32(), told.GetProperty("waiting").GetInt32());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
