using System.Text;

namespace Burgernet.Tests.Unit.Signalling.Fuzz;

/// <summary>Breaks messages: a byte, a piece cut out, a piece of grammar put in, a piece of another message, an early end.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> others)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\r\n",
            "\r\n\r\n",
            ";",
            ",",
            "<",
            ">",
            "\"",
            ":",
            "=",
            " ",
            "%00",
            ";tag=",
            ";branch=z9hG4bK",
            ";lr",
            "sip:",
            "SIP/2.0",
            "Via: ",
            "Route: ",
            "Record-Route: ",
            "Contact: <sip:",
            "Require: ",
            "Accept: ",
            "Content-Length: ",
            "WWW-Authenticate: Digest ",
            "nonce=\"",
            "c=IN IP4 ",
            "m=audio ",
            "a=rtpmap:",
            "a=sendonly\r\n",
            "a=ptime:",
            "4294967296",
            "-1",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    /// <summary>Changes a message where it stands.</summary>
    /// <param name="buffer">The message, and room behind it.</param>
    /// <param name="length">Its length.</param>
    /// <param name="most">Most changes.</param>
    /// <returns>Its new length.</returns>
    public int Mutate(byte[] buffer, int length, int most)
    {
        for (var changes = random.Next(most + 1); changes > 0 && length > 8; changes--)
        {
            length = MutateOnce(buffer, length, random.Next(length));
        }

        return length;
    }

    private int MutateOnce(byte[] buffer, int length, int at)
    {
        switch (random.Next(5))
        {
            case 0:
                buffer[at] = (byte)random.Next(256);
                return length;
            case 1:
                var cut = Math.Min(random.Next(1, 40), length - at);
                buffer.AsSpan(at + cut, length - at - cut).CopyTo(buffer.AsSpan(at));
                return length - cut;
            case 2:
                var token = Tokens[random.Next(Tokens.Length)];
                if (length + token.Length >= buffer.Length)
                {
                    return length;
                }

                buffer.AsSpan(at, length - at).CopyTo(buffer.AsSpan(at + token.Length));
                token.CopyTo(buffer, at);
                return length + token.Length;
            case 3:
                var other = others[random.Next(others.Count)];
                var count = Math.Min(Math.Min(random.Next(1, 60), other.Length), length - at);
                other.AsSpan(random.Next(other.Length - count + 1), count).CopyTo(buffer.AsSpan(at));
                return length;
            default:
                return random.Next(8) == 0 ? at + 1 : length;
        }
    }
}
