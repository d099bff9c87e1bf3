using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>An example of any type that crosses silos or is stored. Its values follow from where they stand, so that new members change none beside them.</summary>
/// <remarks>They are set past constructors: an example says how something is written, not that it makes sense.</remarks>
public static class Examples
{
    private const int DeepestNesting = 6;

    private static readonly DateTime Epoch = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>An example.</summary>
    /// <param name="type">Of what; where it is abstract, of the first by alias that is not made of others like it.</param>
    /// <param name="path">Where it stands: the alias and the ids down to it.</param>
    /// <exception cref="NotSupportedException">Nothing is known of how to make one.</exception>
    public static object Of(Type type, string path)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(path);
        return Of(type, path, 0);
    }

    private static object Of(Type type, string path, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new NotSupportedException($"{path} never ends");
        }

        var number = Number(path);
        return Simple(type, path, number)
            ?? (Nullable.GetUnderlyingType(type) is { } value ? Of(value, path, depth) : null)
            ?? (type.IsEnum ? Value(type) : null)
            ?? Many(type, path, depth)
            ?? (typeof(Exception).IsAssignableFrom(type) ? Activator.CreateInstance(type, $"Text {number}") : null)
            ?? Whole(type, path, depth);
    }

    private static object? Simple(Type type, string path, int number) =>
        Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => null,
            TypeCode.Boolean => true,
            TypeCode.Byte => (byte)(number % 200),
            TypeCode.UInt16 => (ushort)number,
            TypeCode.Int32 => number,
            TypeCode.UInt32 => (uint)number,
            TypeCode.Int64 => (long)number,
            TypeCode.UInt64 => (ulong)number,
            TypeCode.Single => number / 4f,
            TypeCode.Double => number / 4d,
            TypeCode.Decimal => number / 100m,
            TypeCode.String => string.Create(CultureInfo.InvariantCulture, $"Tekst {number}"),
            TypeCode.DateTime => Epoch.AddSeconds(number),
            _ when type == typeof(Guid) => new Guid(number, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(Epoch.AddSeconds(number).AddMicroseconds(7)),
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(number),
            _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Epoch).AddDays(number % 365),
            _ when type == typeof(TimeOnly) => new TimeOnly(number % 24, number % 60),
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(path)),
            _ when type == typeof(byte[]) => Encoding.UTF8.GetBytes(path),
            _ => null,
        };

    /// <summary>The first that is not the default, which later values do not change.</summary>
    private static object Value(Type type) =>
        Enum.GetValues(type).Cast<object>().First(value => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0);

    private static object? Many(Type type, string path, int depth)
    {
        if (type.IsArray || (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments().Length == 1))
        {
            var element = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
            var array = Array.CreateInstance(element, 2);
            array.SetValue(Of(element, $"{path}[0]", depth + 1), 0);
            array.SetValue(Of(element, $"{path}[1]", depth + 1), 1);
            return type.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(type, array);
        }

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var key, var value])
        {
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
            dictionary.Add(Of(key, $"{path}.key", depth + 1), Of(value, $"{path}.value", depth + 1));
            return dictionary;
        }

        return null;
    }

    private static object Whole(Type type, string path, int depth)
    {
        if (typeof(ITuple).IsAssignableFrom(type))
        {
            var tuple = RuntimeHelpers.GetUninitializedObject(type);
            foreach (var field in type.GetFields())
            {
                field.SetValue(tuple, Of(field.FieldType, $"{path}.{field.Name}", depth + 1));
            }

            return tuple;
        }

        var made = type.IsAbstract ? Concrete(type) : type;
        if (made.Assembly == typeof(object).Assembly)
        {
            throw new NotSupportedException($"There is no example of {type} at {path}: tell {nameof(Examples)} how to make one");
        }

        var members = SerializedMember.OfMessage(made);
        var whole = RuntimeHelpers.GetUninitializedObject(made);
        // A part that is like the whole is left out, or there would be no end.
        foreach (
            var member in (members.Count > 0 ? members : SerializedMember.OfRecord(made)).Where(member =>
                (member.Field.FieldType.GetElementType() ?? member.Field.FieldType) != made
            )
        )
        {
            member.Field.SetValue(whole, Of(member.Field.FieldType, $"{path}.{member.Key}", depth + 1));
        }

        return whole;
    }

    private static Type Concrete(Type type) =>
        type.Assembly.GetTypes()
            .Where(candidate => !candidate.IsAbstract && type.IsAssignableFrom(candidate))
            .Where(candidate => SerializedMember.OfMessage(candidate).All(member => !type.IsAssignableFrom(member.Field.FieldType)))
            .MinBy(TypeNames.Of, StringComparer.Ordinal)
        ?? throw new NotSupportedException($"Nothing stands for the abstract {type}");

    /// <summary>2 to 9,999, from the text alone (FNV-1a): the same on every machine and in every run.</summary>
    private static int Number(string path)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in Encoding.UTF8.GetBytes(path))
        {
            hash = (hash ^ letter) * 16_777_619u;
        }

        return (int)(hash % 9_998) + 2;
    }
}
