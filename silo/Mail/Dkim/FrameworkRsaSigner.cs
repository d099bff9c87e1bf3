using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Burgernet.Silo.Mail.Dkim;

/// <summary>SHA-256 with RSA (RFC 8017 §8.2) by the framework, in the shape that MimeKit asks for. One signature each; one thread.</summary>
/// <param name="key">The private key.</param>
/// <param name="turn">One at a time uses it: the framework promises no more.</param>
internal sealed class FrameworkRsaSigner(RSA key, Lock turn) : ISigner, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string AlgorithmName => "SHA-256withRSA";

    public void Init(bool forSigning, ICipherParameters parameters)
    {
        if (!forSigning)
        {
            throw new NotSupportedException("It signs, and verifies nothing");
        }
    }

    public void Update(byte input) => _hash.AppendData([input]);

    public void BlockUpdate(byte[] input, int inOff, int inLen) => _hash.AppendData(input, inOff, inLen);

    public void BlockUpdate(ReadOnlySpan<byte> input) => _hash.AppendData(input);

    public int GetMaxSignatureSize() => key.KeySize / 8;

    public byte[] GenerateSignature()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(hash);
        Dispose();
        lock (turn)
        {
            return key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public bool VerifySignature(byte[] signature) => throw new NotSupportedException("It signs, and verifies nothing");

    public void Reset() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();
}
