using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AgencyGraph.Tests.Access;

/// <summary>Certificates that nobody but their maker vouches for.</summary>
internal static class SelfMadeCertificate
{
    private const string Password = "test";

    public static X509Certificate2 Make(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx, Password), Password); // With its key, as TLS wants it.
    }

    /// <summary>The settings with which a server shows it.</summary>
    public static IReadOnlyList<string> Save(X509Certificate2 certificate, string folder)
    {
        var file = Path.Combine(folder, "server.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, Password));
        return [$"--Kestrel:Certificates:Default:Path={file}", $"--Kestrel:Certificates:Default:Password={Password}"];
    }
}
