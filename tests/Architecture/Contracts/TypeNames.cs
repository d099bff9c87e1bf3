using System.Reflection;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>How types are called in contracts: by their alias where they have one, as in C# otherwise.</summary>
public static class TypeNames
{
    /// <summary>Ends the type of what has to stand in JSON.</summary>
    public const string Required = ", required";

    /// <summary>Ends the type of a parameter that is never null.</summary>
    public const string NotNull = ", not null";

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>The name of a type, without word of what may be null in it.</summary>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Keywords.GetValueOrDefault(type)
            ?? type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias
            ?? (Nullable.GetUnderlyingType(type) is { } value ? Of(value) + "?" : null)
            ?? (type.IsArray ? Of(type.GetElementType()!) + "[]" : null)
            ?? (type.IsGenericType ? $"{Plain(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : Plain(type));
    }

    /// <summary>The name of a type, with a question mark at whatever may be null in it.</summary>
    public static string Of(NullabilityInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        var type = info.Type;
        if (Nullable.GetUnderlyingType(type) is not null)
        {
            return Of(type);
        }

        var name =
            info.ElementType is { } element ? Of(element) + "[]"
            : info.GenericTypeArguments.Length > 0 && type.GetCustomAttribute<AliasAttribute>(inherit: false) is null
                ? $"{Plain(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>"
            : Of(type);
        return !type.IsValueType && info.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }

    private static string Plain(Type type)
    {
        var name = type.FullName?.StartsWith("Burgernet", StringComparison.Ordinal) is true ? $"{type.Namespace}.{type.Name}" : type.Name;
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }
}
