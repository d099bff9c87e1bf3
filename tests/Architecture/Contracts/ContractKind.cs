namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>What two versions have to understand alike.</summary>
public enum ContractKind
{
    /// <summary>A grain class by its pinned type; its members are the interfaces that it answers to.</summary>
    Grain,

    /// <summary>An interface of grains, by its alias.</summary>
    Interface,

    /// <summary>A method of such an interface, by its alias; its members are the parameters by place.</summary>
    Method,

    /// <summary>What crosses silos, by its alias; its members go by their ids.</summary>
    Message,

    /// <summary>A list of values that crosses silos or is stored, as number or as name.</summary>
    Enum,

    /// <summary>A struct that travels as the bytes it has in memory; its members go by their offsets.</summary>
    Bytes,

    /// <summary>The content of an event of an action, stored as JSON for ever; its members go by their names.</summary>
    Event,

    /// <summary>A part of such a content.</summary>
    Json,

    /// <summary>An entry of a lane's chain, stored as JSON for ever.</summary>
    Entry,
}
