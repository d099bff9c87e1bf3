using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Burgernet.Cells;
using Burgernet.Grains.Actions;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>What crosses silos: messages by alias and ids, enums by number, and structs that travel as they lie in memory.</summary>
public static class MessageContracts
{
    /// <summary>Structs that cells and batches keep and send as bytes.</summary>
    private static readonly IReadOnlyList<Type> AsBytes =
    [
        typeof(Candidate),
        typeof(ActionEventData).Assembly.GetType("Burgernet.Grains.Cells.CellRow", throwOnError: true)!,
    ];

    /// <summary>Names of the structs that travel as bytes.</summary>
    public static IEnumerable<string> NamesAsBytes => AsBytes.Select(type => type.Name);

    /// <summary>Classes and structs that Orleans writes.</summary>
    public static IEnumerable<Type> Messages => Serialized.Where(type => !type.IsEnum);

    /// <summary>Enums that Orleans writes.</summary>
    public static IEnumerable<Type> Enums => Serialized.Where(type => type.IsEnum);

    private static IEnumerable<Type> Serialized =>
        Wire.Types.Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null);

    /// <summary>All of them.</summary>
    public static IEnumerable<Contract> Of(Wire wire) =>
        Messages.Select(type => Message(type, wire)).Concat(Enums.Select(Enumeration)).Concat(AsBytes.Select(Bytes));

    /// <summary>The values of an enum.</summary>
    public static Contract Enumeration(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(
            ContractKind.Enum,
            TypeNames.Of(type),
            $"{TypeNames.Of(Enum.GetUnderlyingType(type))} {type.FullName}",
            [
                .. Enum.GetNames(type)
                    .Select(name => new ContractMember(
                        Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
                        name,
                        ""
                    )),
            ]
        );
    }

    /// <summary>The members of a message.</summary>
    public static Contract Message(Type type, Wire wire)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(wire);
        var name = TypeNames.Of(type);
        var kind =
            type.IsValueType ? "struct"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var parent = type.BaseType is { } level && Wire.Rooms.Contains(level.Assembly) ? $" of {TypeNames.Of(level)}" : "";
        return new(
            ContractKind.Message,
            name,
            $"{kind} {type.FullName}{parent}",
            [
                .. SerializedMember
                    .OfMessage(type)
                    .Select(member => new ContractMember(
                        member.Key,
                        member.Name,
                        $"{TypeNames.Of(member.Nullability)}, {Field(member, name, wire)}"
                    )),
            ]
        );
    }

    private static string Field(SerializedMember member, string name, Wire wire) =>
        wire.FieldOf(member.Field.FieldType, Examples.Of(member.Field.FieldType, $"{name}.{member.Key}"));

    private static Contract Bytes(Type type) =>
        new(
            ContractKind.Bytes,
            type.FullName!,
            string.Create(CultureInfo.InvariantCulture, $"{Marshal.SizeOf(type)} bytes"),
            [
                .. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Select(field => new ContractMember(
                        Marshal.OffsetOf(type, field.Name).ToString(CultureInfo.InvariantCulture),
                        field.Name.Split('<', '>') is [_, var property, ..] ? property : field.Name,
                        TypeNames.Of(field.FieldType)
                    )),
            ]
        );
}
