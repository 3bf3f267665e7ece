using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace AgencyGraph.Tests.Support;

/// <summary>Where a server would run: <c>Production</c>, <c>Development</c>.</summary>
public sealed class NamedEnvironment(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "";

    public string ContentRootPath { get; set; } = "";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
