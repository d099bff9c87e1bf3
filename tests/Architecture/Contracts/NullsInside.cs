using System.Collections;
using System.Reflection;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>Members that are null though they say that they never are: what comes of a member that the sender did not know.</summary>
public static class NullsInside
{
    /// <summary>Where they are in a value.</summary>
    public static IEnumerable<string> Of(object? value, string path)
    {
        if (value is null or string or byte[] || !Ours(value.GetType()))
        {
            return value is IEnumerable many and not string
                ? many.Cast<object?>().SelectMany((element, at) => Of(element, $"{path}[{at}]"))
                : [];
        }

        return SerializedMember
            .OfMessage(value.GetType())
            .SelectMany(member =>
                member.Field.GetValue(value) is { } inner ? Of(inner, $"{path}.{member.Key}")
                : !member.Field.FieldType.IsValueType && member.Nullability.ReadState == NullabilityState.NotNull
                    ? [$"{path}.{member.Key} ({member.Name}) is null though it says that it never is: let it be null, or give it a default"]
                : Array.Empty<string>()
            );
    }

    private static bool Ours(Type type) => type.Assembly.GetName().Name!.StartsWith("Burgernet", StringComparison.Ordinal);
}
