namespace Burgernet.Api.Access;

/// <summary>Whether calls can reach anybody. The node implements it; without an implementation nobody is let in without a key.</summary>
public interface IPracticeMode
{
    /// <summary>Whether every carrier of the cluster is a practice carrier on loopback.</summary>
    bool EveryCarrierIsPractice { get; }
}
