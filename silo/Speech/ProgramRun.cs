using System.ComponentModel;
using System.Diagnostics;

namespace Burgernet.Silo.Speech;

/// <summary>One run of a program that turns its standard input into bytes on its standard output, within limits. Nothing of it is left behind.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Output">What it wrote, where it is <see cref="ProgramOutcome.Done"/>; else empty.</param>
/// <param name="ExitCode">Its exit code; 0 where it has none.</param>
internal sealed record ProgramRun(ProgramOutcome Outcome, ReadOnlyMemory<byte> Output, int ExitCode = 0)
{
    private const int PieceLength = 65_536;

    /// <summary>Runs it.</summary>
    /// <param name="program">Name on PATH, or path.</param>
    /// <param name="arguments">Its arguments, none of them of a user.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="mostOutput">Bytes after which it is killed.</param>
    /// <param name="stop">When its time is up.</param>
    public static async Task<ProgramRun> Of(
        string program,
        IEnumerable<string> arguments,
        ReadOnlyMemory<byte> input,
        int mostOutput,
        CancellationToken stop
    )
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = "/",
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            // Not there, or not to be run: for whoever asks the same.
            return new ProgramRun(ProgramOutcome.Missing, default);
        }

        try
        {
            // What it has to say of its troubles may hold words of the text: it is read and dropped.
            var troubles = process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop);
            var written = Write(process, input, stop);
            var output = await Read(process.StandardOutput.BaseStream, mostOutput, stop);
            await written;
            if (output is null)
            {
                return new ProgramRun(ProgramOutcome.TooMuch, default);
            }

            await troubles;
            await process.WaitForExitAsync(stop);
            return process.ExitCode == 0
                ? new ProgramRun(ProgramOutcome.Done, output.Value)
                : new ProgramRun(ProgramOutcome.Failed, default, process.ExitCode);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new ProgramRun(ProgramOutcome.OutOfTime, default);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static async Task Write(Process process, ReadOnlyMemory<byte> input, CancellationToken stop)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, stop);
            process.StandardInput.Close();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // It reads no more, or its time is up: how it ends says the rest.
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> Read(Stream output, int most, CancellationToken stop)
    {
        var read = new MemoryStream();
        var piece = new byte[PieceLength];
        while (await output.ReadAsync(piece, stop) is > 0 and var length)
        {
            if (read.Length + length > most)
            {
                return null;
            }

            read.Write(piece.AsSpan(0, length));
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }
}
