using System.Net.Mime;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace AgencyGraph.Pages.Explorer;

/// <summary>The explorer's files, as the build laid them into a folder; or, without them, a page that says what to do.</summary>
internal sealed class ExplorerFiles(string folder)
{
    private const string Missing = """
        <!doctype html>
        <html lang="en-GB">
        <title>The explorer has not been built – AgencyGraph</title>
        <meta name="viewport" content="width=device-width">
        <style>
        :root { color-scheme: light dark; font: 1.1875rem/1.5 system-ui, Arial, sans-serif }
        body { max-width: 38em; margin: 2em auto; padding: 0 1em }
        </style>
        <h1>The explorer has not been built</h1>
        <p>The server runs, and <code>/graphql</code> answers as ever. Only its web pages are missing: they are built with Node, which
        the build did not find, or found too old, or without a way to the npm registry. The build’s output says which.</p>
        <ol>
        <li>Install Node 20.19, 22.12 or later.</li>
        <li>Run <code>dotnet build</code>, and start the server again.</li>
        </ol>
        </html>
        """;

    private readonly IFileProvider files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();
    private readonly FileExtensionContentTypeProvider contentTypes = new();

    public Task PageAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = files.GetFileInfo("index.html");
        if (page.Exists)
            return context.Response.SendFileAsync(page, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(Missing, context.RequestAborted);
    }

    public Task AssetAsync(HttpContext context)
    {
        var asset = files.GetFileInfo($"assets/{context.GetRouteValue("name")}");
        if (!asset.Exists)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // Its name changes with its content.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.ContentType = contentTypes.TryGetContentType(asset.Name, out var type) ? type : MediaTypeNames.Application.Octet;
        return context.Response.SendFileAsync(asset, context.RequestAborted);
    }
}
