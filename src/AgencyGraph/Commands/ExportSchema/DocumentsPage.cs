using AgencyGraph.Contract.Admission;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>documents.md</c>: the trusted documents and the hashes by which they are asked for.</summary>
internal static class DocumentsPage
{
    public static string Print(TrustedDocuments documents) => new Page()
        .Heading(1, "Trusted documents")
        .Paragraph("Printed from the program by `export-schema`; a test compares it. A client in production sends the hash and not the text: "
            + "`\"documentId\": \"sha256:…\"`, or `extensions.persistedQuery.sha256Hash`. "
            + "The hash is that of the file in `operations`, byte for byte; the file without its last line's end counts as the same.")
        .Table(["Document", "SHA-256"], documents.All.Select(document => new[] { $"`{document.Name}`", $"`{document.Hash}`" }))
        .ToString();
}
