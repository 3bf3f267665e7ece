using AgencyGraph.Commands;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Commands.ExportSchema;

public sealed class ContractFilesTests
{
    private static bool IsRewriting
        => Environment.GetEnvironmentVariable("AGENCYGRAPH_UPDATE_SCHEMA") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    [Theory]
    [InlineData(ContractFiles.Schema)]
    [InlineData(ContractFiles.Visibility)]
    [InlineData(ContractFiles.Errors)]
    [InlineData(ContractFiles.Events)]
    [InlineData(ContractFiles.Configuration)]
    [InlineData(ContractFiles.Documents)]
    [InlineData(ContractFiles.Retention)]
    [InlineData(ContractFiles.Backlog)]
    [InlineData(ContractFiles.Clocks)]
    [InlineData(ContractFiles.MissingBacklog)]
    public async Task A_contract_file_says_what_the_program_does(string name)
    {
        var path = Repository.PathOf("schema", name);
        var printed = ContractFiles.Print()[name];
        if (IsRewriting)
            await File.WriteAllTextAsync(path, printed);
        Assert.True(
            File.Exists(path) && await File.ReadAllTextAsync(path) == printed,
            $"schema/{name} is not what the program prints. "
            + "If the change is meant, run the tests with AGENCYGRAPH_UPDATE_SCHEMA=1 and commit the file.");
    }

    [Fact]
    public void Every_printed_file_is_compared()
        => Assert.Equal(
            [
                ContractFiles.Schema, ContractFiles.Clocks, ContractFiles.Configuration, ContractFiles.Documents, ContractFiles.Errors, ContractFiles.Events,
                ContractFiles.Backlog, ContractFiles.MissingBacklog, ContractFiles.Retention, ContractFiles.Visibility,
            ],
            ContractFiles.Print().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_command_writes_the_files_where_it_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("agencygraph-schema-");
        try
        {
            Assert.Equal(ExitCodes.Done, await CommandLine.RunAsync(["export-schema", folder.FullName], TextWriter.Null, TextWriter.Null));
            foreach (var (name, text) in ContractFiles.Print())
                Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(folder.FullName, name)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
