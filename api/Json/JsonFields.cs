using System.Text.Json;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Json;

/// <summary>A JSON object whose members are read by name; every problem names its field, unknown members are refused.</summary>
internal sealed class JsonFields
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly JsonElement _element;
    private readonly string _path;
    private readonly ProblemSink _problems;
    private readonly bool _pointers;

    private JsonFields(JsonElement element, string path, ProblemSink problems, bool pointers)
    {
        _element = element;
        _path = path;
        _problems = problems;
        _pointers = pointers;
    }

    /// <summary>Parses a JSON object.</summary>
    /// <param name="utf8">The text; a byte order mark is skipped.</param>
    /// <param name="field">What the whole is called in problems.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="known">The names that its members may have.</param>
    public static JsonFields? Parse(ReadOnlyMemory<byte> utf8, string field, ProblemSink problems, params string[] known) =>
        Parse(utf8, field, problems, pointers: false, known);

    /// <summary>The same with fields named by JSON pointers (RFC 6901): <c>/locations/0/label</c>.</summary>
    public static JsonFields? ParseWithPointers(ReadOnlyMemory<byte> utf8, ProblemSink problems, params string[] known) =>
        Parse(utf8, "", problems, pointers: true, known);

    private static JsonFields? Parse(ReadOnlyMemory<byte> utf8, string field, ProblemSink problems, bool pointers, string[] known)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(utf8.Span.StartsWith("\ufeff"u8) ? utf8[3..] : utf8, Strict);
            root = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            problems.Add(RequestReasons.MalformedJson, field, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
            return null;
        }

        return Of(root, "", field, problems, pointers, known);
    }

    /// <summary>The full name of a member.</summary>
    public string PathOf(string name) =>
        _pointers ? $"{_path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"
        : _path.Length == 0 ? name
        : $"{_path}.{name}";

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string name) => _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A member as it is, or null with a problem where it is missing.</summary>
    public JsonElement? Required(string name)
    {
        if (!Has(name))
        {
            _problems.Add(RequestReasons.MissingField, PathOf(name), PathOf(name));
            return null;
        }

        return _element.GetProperty(name);
    }

    /// <summary>A text that must be there and not blank.</summary>
    /// <param name="name">The member.</param>
    /// <param name="maxLength">The most characters (UTF-16) that it may have.</param>
    /// <param name="lines">Whether line ends and tabs may stand in it.</param>
    public string? RequiredText(string name, int maxLength, bool lines)
    {
        if (Required(name) is not { } element)
        {
            return null;
        }

        if (TextOf(element) is not { } text)
        {
            _problems.Add(RequestReasons.NotText, PathOf(name));
        }
        else if (string.IsNullOrWhiteSpace(text))
        {
            _problems.Add(RequestReasons.Empty, PathOf(name));
        }
        else if (text.Length > maxLength)
        {
            _problems.Add(RequestReasons.TooLong, PathOf(name), maxLength);
        }
        else if (text.Any(c => char.IsControl(c) && !(lines && c is '\n' or '\r' or '\t')))
        {
            _problems.Add(RequestReasons.ControlCharacter, PathOf(name));
        }
        else
        {
            return text;
        }

        return null;
    }

    /// <summary>A finite number that must be there.</summary>
    public double? RequiredNumber(string name) => Required(name) is { } element ? NumberOf(element, PathOf(name), _problems) : null;

    /// <summary>An object that must be there.</summary>
    public JsonFields? RequiredObject(string name, params string[] known) =>
        Required(name) is { } element ? Of(element, PathOf(name), PathOf(name), _problems, _pointers, known) : null;

    /// <summary>A text of any length, or null where there is none.</summary>
    public string? Text(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        if (TextOf(_element.GetProperty(name)) is { } text)
        {
            return text;
        }

        _problems.Add(RequestReasons.NotText, PathOf(name));
        return null;
    }

    /// <summary>A whole number of 32 bits, or null where there is none.</summary>
    public int? WholeNumber(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        var element = _element.GetProperty(name);
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number))
        {
            return number;
        }

        _problems.Add(RequestReasons.NotAWholeNumber, PathOf(name));
        return null;
    }

    /// <summary>True or false; false where there is nothing.</summary>
    public bool Flag(string name)
    {
        if (!Has(name))
        {
            return false;
        }

        var kind = _element.GetProperty(name).ValueKind;
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            _problems.Add(RequestReasons.NotTrueOrFalse, PathOf(name));
        }

        return kind == JsonValueKind.True;
    }

    /// <summary>The texts of an array; none where there is no array. What is no text is left out, with a problem.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Items(
            name,
            (item, field) =>
            {
                if (TextOf(item) is { } text)
                {
                    return text;
                }

                _problems.Add(RequestReasons.NotText, field);
                return null;
            }
        );

    /// <summary>The objects of an array; none where there is no array. What is no such object is left out, with a problem.</summary>
    public IReadOnlyList<JsonFields> Objects(string name, params string[] known) =>
        Items(name, (item, field) => Of(item, field, field, _problems, _pointers, known));

    /// <summary>A finite number.</summary>
    public static double? NumberOf(JsonElement element, string field, ProblemSink problems)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var number))
        {
            problems.Add(RequestReasons.NotANumber, field);
            return null;
        }

        if (!double.IsFinite(number))
        {
            problems.Add(RequestReasons.NotFinite, field);
            return null;
        }

        return number;
    }

    /// <summary>A text, or null where it is none (or half a surrogate pair, which JSON can write and Unicode cannot).</summary>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private List<T> Items<T>(string name, Func<JsonElement, string, T?> read)
        where T : class
    {
        var values = new List<T>();
        if (!Has(name))
        {
            return values;
        }

        var array = _element.GetProperty(name);
        if (array.ValueKind != JsonValueKind.Array)
        {
            _problems.Add(RequestReasons.NotAnArray, PathOf(name));
            return values;
        }

        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (read(item, $"{PathOf(name)}{(_pointers ? '/' : '.')}{index}") is { } value)
            {
                values.Add(value);
            }

            index++;
        }

        return values;
    }

    private static JsonFields? Of(JsonElement element, string path, string field, ProblemSink problems, bool pointers, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(RequestReasons.NotAnObject, field);
            return null;
        }

        var fields = new JsonFields(element, path, problems, pointers);
        foreach (var member in element.EnumerateObject())
        {
            if (!Array.Exists(known, name => member.NameEquals(name)))
            {
                problems.Add(RequestReasons.UnknownField, fields.PathOf(Shown(member)), string.Join(", ", known));
                return null;
            }
        }

        return fields;
    }

    private static string Shown(JsonProperty member)
    {
        try
        {
            return member.Name.Length <= 64 ? member.Name : string.Concat(member.Name.AsSpan(0, 64), "…");
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }
}
