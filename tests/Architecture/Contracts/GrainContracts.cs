using System.Globalization;
using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>What nodes may ask each other: grains, their interfaces and their methods, as the code that Orleans generated has them.</summary>
public static class GrainContracts
{
    private static readonly string[] Keys = ["IGrainWithGuidKey", "IGrainWithIntegerKey", "IGrainWithStringKey"];

    /// <summary>All of them.</summary>
    public static IEnumerable<Contract> Of(Wire wire)
    {
        ArgumentNullException.ThrowIfNull(wire);
        var methods = Wire.Requests.Select(request => (Request: request, Method: MethodOf(request))).ToArray();
        var interfaces = methods.Select(found => found.Method.DeclaringType!).Distinct().ToArray();
        return Wire
            .Types.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IGrainBase)))
            .Select(type => Grain(type, wire))
            .Concat(interfaces.Select(type => Interface(type, wire)))
            .Concat(methods.Select(found => Method(found.Request, found.Method, wire)));
    }

    /// <summary>The method that a request calls.</summary>
    public static MethodInfo MethodOf(Type request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ((IInvokable)Activator.CreateInstance(request)!).GetMethod();
    }

    /// <summary>How a method is named in contracts: its interface and its alias.</summary>
    public static string NameOf(Type request, MethodInfo method, Wire wire)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(wire);
        // A method with an alias has two names: the alias, which is sent, and one made of its signature.
        var names = request.GetCustomAttributes<CompoundTypeAliasAttribute>().Select(alias => (string)alias.Components[^1]).ToArray();
        var alias = method.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;
        return $"{wire.InterfaceType(method.DeclaringType!)}/{(names.Contains(alias, StringComparer.Ordinal) ? alias : names[0])}";
    }

    private static Contract Grain(Type type, Wire wire) =>
        new(
            ContractKind.Grain,
            wire.GrainType(type),
            "grain",
            [
                .. type.GetInterfaces()
                    .Where(parent => Wire.Rooms.Contains(parent.Assembly) && typeof(IAddressable).IsAssignableFrom(parent))
                    .Select(parent => new ContractMember(wire.InterfaceType(parent), "", ""))
                    .OrderBy(member => member.Key, StringComparer.Ordinal),
            ]
        );

    private static Contract Interface(Type type, Wire wire) =>
        new(
            ContractKind.Interface,
            wire.InterfaceType(type),
            $"{type.FullName}, {type.GetInterfaces().Select(parent => parent.Name).FirstOrDefault(Keys.Contains) ?? "no key"}",
            []
        );

    private static Contract Method(Type request, MethodInfo method, Wire wire)
    {
        var nullability = new NullabilityInfoContext();
        return new(
            ContractKind.Method,
            NameOf(request, method, wire),
            TypeNames.Of(nullability.Create(method.ReturnParameter)),
            [.. method.GetParameters().Select(parameter => Parameter(parameter, nullability.Create(parameter)))]
        );
    }

    private static ContractMember Parameter(ParameterInfo parameter, NullabilityInfo nullability)
    {
        var mustBe = !parameter.ParameterType.IsValueType && nullability.ReadState == NullabilityState.NotNull;
        return new(
            parameter.Position.ToString(CultureInfo.InvariantCulture),
            parameter.Name!,
            TypeNames.Of(nullability) + (mustBe ? TypeNames.NotNull : "")
        );
    }
}
