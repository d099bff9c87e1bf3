using System.Reflection;
using System.Text.Json.Nodes;
using Burgernet.Grains.Actions;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>Examples of all that crosses silos or is stored, written by today's code.</summary>
public static class Goldens
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Golden> Of(Wire wire)
    {
        ArgumentNullException.ThrowIfNull(wire);
        return Values(wire)
            .Select(found => new Golden(found.Subject, Portrait.Of(found.Value)!, Convert.ToBase64String(wire.Write(found.Value))))
            .Concat(Requests(wire))
            .Concat(
                StoredContracts.Events.Select(found => new Golden(
                    $"event {found.Name}",
                    JsonNode.Parse(Event(found.Name, found.Data))!,
                    ""
                ))
            )
            .Concat(StoredContracts.Entries.Select(found => new Golden($"entry {found.Name}", JsonNode.Parse(found.Json)!, "")));
    }

    /// <summary>What a request asks, as it is compared.</summary>
    public static JsonNode Arguments(object request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var method = GrainContracts.MethodOf(request.GetType());
        var portrait = new JsonObject();
        foreach (var (parameter, field) in method.GetParameters().Zip(Fields(request.GetType())))
        {
            portrait[$"{parameter.Position} {parameter.Name}"] = Portrait.Of(field.GetValue(request));
        }

        return portrait;
    }

    /// <summary>The JSON that today's code stores again after it read some.</summary>
    public static string Again(Type data, string json)
    {
        var read = Generic(nameof(ActionEventData.Read), data).Invoke(null, [json]);
        return (string)Generic(nameof(ActionEventData.Write), data).Invoke(null, [read])!;
    }

    private static IEnumerable<(string Subject, object Value)> Values(Wire wire)
    {
        _ = wire;
        return MessageContracts
            .Messages.Where(type => !type.IsAbstract)
            .Select(type => ($"message {TypeNames.Of(type)}", Examples.Of(type, TypeNames.Of(type))))
            .Concat(MessageContracts.Enums.Select(type => ($"enum {TypeNames.Of(type)}", Examples.Of(type, TypeNames.Of(type)))));
    }

    private static IEnumerable<Golden> Requests(Wire wire)
    {
        foreach (var type in Wire.Requests)
        {
            var name = GrainContracts.NameOf(type, GrainContracts.MethodOf(type), wire);
            var request = Activator.CreateInstance(type)!;
            foreach (var (field, at) in Fields(type).Select((field, at) => (field, at)))
            {
                field.SetValue(request, Examples.Of(field.FieldType, $"{name}({at})"));
            }

            yield return new Golden($"method {name}", Arguments(request), Convert.ToBase64String(wire.Write(request)));
        }
    }

    private static string Event(string name, Type data) =>
        (string)Generic(nameof(ActionEventData.Write), data).Invoke(null, [Examples.Of(data, name)])!;

    private static MethodInfo Generic(string name, Type data) => typeof(ActionEventData).GetMethod(name)!.MakeGenericMethod(data);

    /// <summary>The fields of a request that hold its arguments, in order.</summary>
    private static IEnumerable<FieldInfo> Fields(Type request) =>
        request.GetFields().Where(field => field.Name.StartsWith("arg", StringComparison.Ordinal));
}
