using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Metadata;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.Invocation;
using Orleans.Serialization.Serializers;
using Orleans.Serialization.Session;
using Orleans.Serialization.WireProtocol;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>Orleans as a node has it, built and not started: what it calls things, and how it writes them.</summary>
public sealed class Wire : IDisposable
{
    /// <summary>The rooms whose types cross silos.</summary>
    public static readonly IReadOnlyList<Assembly> Rooms =
    [
        typeof(Burgernet.Dialing.ILaneGrain).Assembly,
        typeof(Burgernet.Grains.Actions.ActionEventData).Assembly,
    ];

    private readonly IHost _host = new HostBuilder()
        .UseOrleans(silo =>
            silo.UseLocalhostClustering().Services.AddSerializer(types => types.AddAssembly(Rooms[0]).AddAssembly(Rooms[1]))
        )
        .Build();
    private readonly Serializer _serializer;
    private readonly SerializerSessionPool _sessions;

    /// <summary>Builds it.</summary>
    public Wire()
    {
        _serializer = _host.Services.GetRequiredService<Serializer>();
        _sessions = _host.Services.GetRequiredService<SerializerSessionPool>();
    }

    /// <summary>The types of the rooms, those that the generator of Orleans made included.</summary>
    public static IEnumerable<Type> Types => Rooms.SelectMany(room => room.GetTypes());

    /// <summary>The requests, one for each method of a grain.</summary>
    public static IEnumerable<Type> Requests =>
        Types.Where(type => !type.IsAbstract && !type.ContainsGenericParameters && typeof(IInvokable).IsAssignableFrom(type));

    /// <summary>What a grain class is called.</summary>
    public string GrainType(Type type) => _host.Services.GetRequiredService<GrainTypeResolver>().GetGrainType(type).ToString()!;

    /// <summary>What a grain interface is called.</summary>
    public string InterfaceType(Type type) =>
        _host.Services.GetRequiredService<GrainInterfaceTypeResolver>().GetGrainInterfaceType(type).ToString()!;

    /// <summary>The bytes of a value, with its type.</summary>
    public byte[] Write(object value) => _serializer.SerializeToArray<object>(value);

    /// <summary>The value of bytes.</summary>
    public object Read(byte[] bytes) => _serializer.Deserialize<object>(bytes)!;

    /// <summary>How a field begins that holds such a value.</summary>
    public string FieldOf(Type type, object value)
    {
        using var session = _sessions.GetSession();
        var writer = Writer.CreatePooled(session);
        byte[] bytes;
        try
        {
            _host.Services.GetRequiredService<ICodecProvider>().GetCodec(type).WriteField(ref writer, 0, type, value);
            writer.Commit();
            bytes = writer.Output.ToArray();
        }
        finally
        {
            writer.Dispose();
        }

        using var reading = _sessions.GetSession();
        var reader = Reader.Create(bytes, reading);
        return Enum.GetName(reader.ReadFieldHeader().WireType) ?? nameof(WireType.Extended);
    }

    /// <inheritdoc/>
    public void Dispose() => _host.Dispose();
}
