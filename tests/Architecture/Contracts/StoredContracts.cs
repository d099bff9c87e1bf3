using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>What stands in the database as JSON and is read for ever: events of actions, and entries of lanes.</summary>
public static class StoredContracts
{
    private static readonly Assembly Grains = typeof(ActionEventData).Assembly;

    /// <summary>Events that say again what another event says: receipts that come late change the figures of a wave.</summary>
    private static readonly Dictionary<string, Type> Borrowed = new(StringComparer.Ordinal) { ["Amended"] = typeof(WaveCompletedData) };

    /// <summary>The types of events, with the record that each holds: <c>selection-completed</c> holds a <c>SelectionCompletedData</c>.</summary>
    public static IEnumerable<(string Name, Type Data)> Events =>
        typeof(ActionEventType)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(constant =>
                (
                    (string)constant.GetRawConstantValue()!,
                    Borrowed.GetValueOrDefault(constant.Name)
                        ?? Grains.GetType($"{typeof(ActionEventType).Namespace}.{constant.Name}Data")
                        ?? throw new InvalidOperationException($"The event {constant.Name} has no record {constant.Name}Data")
                )
            );

    /// <summary>An example of each entry that a lane writes: its type, and its JSON.</summary>
    public static IEnumerable<(string Name, string Json)> Entries
    {
        get
        {
            var type = Grains.GetType("Burgernet.Grains.Dialing.LaneChain", throwOnError: true)!;
            var chain = Activator.CreateInstance(type, 0L, new byte[32])!;
            var take = type.GetMethod("Take")!;
            foreach (
                var method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                    .Where(method => method.ReturnType == typeof(void) && method.GetParameters()[0].ParameterType == typeof(DateTimeOffset))
                    .OrderBy(method => method.Name, StringComparer.Ordinal)
            )
            {
                method.Invoke(
                    chain,
                    [.. method.GetParameters().Select(parameter => Examples.Of(parameter.ParameterType, $"{method.Name}.{parameter.Name}"))]
                );
                foreach (var entry in (LaneLogEntry[])take.Invoke(chain, [])!)
                {
                    yield return (entry.Type, entry.Data);
                }
            }
        }
    }

    /// <summary>All of them.</summary>
    public static IEnumerable<Contract> All
    {
        get
        {
            var events = Events.ToArray();
            var reached = new HashSet<Type>(events.Select(found => found.Data));
            var open = new Queue<Type>(reached);
            while (open.TryDequeue(out var type))
            {
                foreach (var part in Parts(type).Where(reached.Add))
                {
                    open.Enqueue(part);
                }
            }

            return
            [
                .. events.Select(found => Record(ContractKind.Event, found.Name, found.Data)),
                .. reached
                    .Except(events.Select(found => found.Data))
                    .Where(type => !type.IsEnum)
                    .Select(type => Record(ContractKind.Json, type.Name, type)),
                .. reached.Where(type => type.IsEnum).Except(MessageContracts.Enums).Select(MessageContracts.Enumeration),
                .. Entries.Select(found => Entry(found.Name, found.Json)),
            ];
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsEnum
            ? []
            : Properties(type)
                .SelectMany(property => Inside(property.PropertyType))
                .Where(part => part.FullName!.StartsWith("Burgernet", StringComparison.Ordinal));

    private static IEnumerable<Type> Inside(Type type) =>
        type.IsArray ? Inside(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Inside)
        : [type];

    private static IEnumerable<JsonPropertyInfo> Properties(Type type) =>
        JsonSerializerOptions.Web.GetTypeInfo(type).Properties.Where(property => property.Get is not null);

    private static Contract Record(ContractKind kind, string name, Type type)
    {
        var nullability = new NullabilityInfoContext();
        return new(
            kind,
            name,
            type.Name,
            [
                .. Properties(type)
                    .Select(property => new ContractMember(
                        property.Name,
                        "",
                        TypeNames.Of(nullability.Create((PropertyInfo)property.AttributeProvider!))
                            + (IsRequired(property) ? TypeNames.Required : "")
                    )),
            ]
        );
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    private static Contract Entry(string name, string json) =>
        new(
            ContractKind.Entry,
            name,
            "lane",
            [.. JsonNode.Parse(json)!.AsObject().Select(member => new ContractMember(member.Key, "", Kind(member.Value!)))]
        );

    private static string Kind(JsonNode value) =>
        value is JsonArray many
            ? Kind(many[0]!) + "[]"
            : value.GetValueKind().ToString().ToLower(CultureInfo.InvariantCulture).Replace("true", "boolean", StringComparison.Ordinal);
}
