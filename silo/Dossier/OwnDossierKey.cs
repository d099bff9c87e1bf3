using System.Security.Cryptography;
using System.Text.Json;
using Burgernet.Silo.Storage;

namespace Burgernet.Silo.Dossier;

/// <summary>The key that a node makes for itself, in a file for its user alone in its data folder. Good for one node; several of one database need the same keys.</summary>
internal static class OwnDossierKey
{
    /// <summary>The file, in the node's data folder.</summary>
    public const string FileName = "dossier-keys.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The file in a folder; made where there is none.</summary>
    public static string In(string folder) => SecretFile.In(folder, FileName, Content);

    private static byte[] Content()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Note = "The key that signs the dossiers of this node. Keep a copy apart from the database and its backups: docs/operations.md, Keys of the dossier.",
                SigningKeys = new[] { new { Id = IdOf(key), Key = Convert.ToBase64String(key.ExportPkcs8PrivateKey()) } },
            },
            Indented
        );
    }

    /// <summary>Two nodes that each made one do not give it the same name.</summary>
    private static string IdOf(ECDsa key) => $"own-{Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..12]}";
}
