using System.Globalization;
using System.Reflection;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>A member of a type that Orleans or JSON writes, and where its value stands.</summary>
/// <param name="Key">Its id, or for JSON its name; with the base class before it where that holds it, since ids begin anew in each class.</param>
/// <param name="Name">Its name in code.</param>
/// <param name="Field">The field that holds its value.</param>
/// <param name="Nullability">Whether it, and what is in it, may be null.</param>
public sealed record SerializedMember(string Key, string Name, FieldInfo Field, NullabilityInfo Nullability)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The members with an <c>[Id]</c>, those of base classes first, each in order of ids.</summary>
    /// <exception cref="InvalidOperationException">An id stands at a property that computes its value.</exception>
    public static IReadOnlyList<SerializedMember> OfMessage(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var nullability = new NullabilityInfoContext();
        return
        [
            .. Levels(type)
                .SelectMany(level =>
                    level
                        .GetMembers(Own)
                        .Select(member => (Member: member, Id: member.GetCustomAttribute<IdAttribute>()?.Id))
                        .Where(found => found.Id is not null)
                        .OrderBy(found => found.Id)
                        .Select(found => Of(found.Member, found.Id!.Value, level == type ? "" : TypeNames.Of(level) + ".", nullability))
                ),
        ];
    }

    /// <summary>All automatic properties, by name: what JSON writes of a record.</summary>
    public static IReadOnlyList<SerializedMember> OfRecord(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var nullability = new NullabilityInfoContext();
        return
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => Backing(property) is not null)
                .Select(property => new SerializedMember(property.Name, property.Name, Backing(property)!, nullability.Create(property))),
        ];
    }

    private static IEnumerable<Type> Levels(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            yield return level;
        }
    }

    private static SerializedMember Of(MemberInfo member, uint id, string level, NullabilityInfoContext nullability)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{level}{id}");
        return member switch
        {
            FieldInfo field => new(key, field.Name, field, nullability.Create(field)),
            PropertyInfo property when Backing(property) is { } field => new(key, property.Name, field, nullability.Create(property)),
            _ => throw new InvalidOperationException($"{member.DeclaringType}.{member.Name} has an id but no field of its own"),
        };
    }

    private static FieldInfo? Backing(PropertyInfo property) => property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", Own);
}
