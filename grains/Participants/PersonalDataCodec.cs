using System.Text;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Personal data as bytes, the form that is sealed. Fixed for ever: what was sealed must open in every later version.</summary>
/// <remarks>
/// A byte 1 for the format; then name, year of birth, phones, e-mail, places. Numbers are LEB128, texts UTF-8 after their length, lists after
/// their count, what may be missing after a byte 1 or alone as a byte 0.
/// </remarks>
internal static class PersonalDataCodec
{
    private const byte Format = 1;

    /// <summary>Writes it.</summary>
    public static byte[] Write(PersonalData data)
    {
        using var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(data.Name.Value);
        writer.Write7BitEncodedInt(data.BirthYear);
        writer.Write7BitEncodedInt(data.Phones.Count);
        foreach (var phone in data.Phones)
        {
            writer.Write(phone.Value);
        }

        WriteOrNot(writer, data.Email);
        writer.Write7BitEncodedInt(data.Places.Count);
        foreach (var place in data.Places)
        {
            writer.Write7BitEncodedInt(place.Number);
            writer.Write(place.Label.Value);
            writer.Write(place.Address is not null);
            if (place.Address is { } address)
            {
                writer.Write(address.Postcode.Value);
                writer.Write7BitEncodedInt(address.HouseNumber);
                WriteOrNot(writer, address.Addition);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="SealException">Not such bytes.</exception>
    public static PersonalData Read(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            return reader.ReadByte() == Format
                ? Read(reader)
                : throw new SealException("What was sealed has a format that this version does not know");
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new SealException("What was sealed is damaged", exception);
        }
    }

    private static PersonalData Read(BinaryReader reader)
    {
        var name = Text(reader);
        var birthYear = reader.Read7BitEncodedInt();
        var phones = new PersonalText[reader.Read7BitEncodedInt()];
        for (var i = 0; i < phones.Length; i++)
        {
            phones[i] = Text(reader);
        }

        var email = TextOrNot(reader);
        var places = new PersonalPlace[reader.Read7BitEncodedInt()];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = new PersonalPlace(reader.Read7BitEncodedInt(), Text(reader), reader.ReadBoolean() ? Address(reader) : null);
        }

        return new PersonalData
        {
            Name = name,
            BirthYear = birthYear,
            Phones = phones,
            Email = email,
            Places = places,
        };
    }

    private static DutchAddress Address(BinaryReader reader) => new(Text(reader), reader.Read7BitEncodedInt(), TextOrNot(reader));

    private static PersonalText Text(BinaryReader reader) => new(reader.ReadString());

    private static PersonalText? TextOrNot(BinaryReader reader) => reader.ReadBoolean() ? Text(reader) : null;

    private static void WriteOrNot(BinaryWriter writer, PersonalText? text)
    {
        writer.Write(text is not null);
        if (text is { } present)
        {
            writer.Write(present.Value);
        }
    }
}
