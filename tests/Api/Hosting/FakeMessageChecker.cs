using System.Globalization;
using System.Text;
using Burgernet.Api.Messages;
using Burgernet.Sip.Media;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>A recording is a text: how many seconds it plays, or the error that it has.</summary>
internal sealed class FakeMessageChecker : IMessageChecker
{
    public WaveError Check(ReadOnlySpan<byte> wave, out TimeSpan duration)
    {
        var text = Encoding.ASCII.GetString(wave);
        duration = TimeSpan.Zero;
        if (Enum.TryParse<WaveError>(text, out var error) && !char.IsDigit(text[0]))
        {
            return error;
        }

        duration = TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
        return WaveError.None;
    }
}
