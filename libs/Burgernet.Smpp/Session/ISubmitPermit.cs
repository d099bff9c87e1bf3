namespace Burgernet.Smpp.Session;

/// <summary>The last look before a message goes to the socket.</summary>
public interface ISubmitPermit
{
    /// <summary>Whether it may still be sent; where not, its result is <see cref="SubmitBarrier.Withheld"/>. Called under the connection's lock: must neither block nor call the client, nor throw.</summary>
    bool MaySend();
}
