using System.Diagnostics.CodeAnalysis;

namespace AgencyGraph.Commands.Watch;

/// <summary>Where the watch stands, from one run to the next.</summary>
internal sealed class WatchPosition(FileInfo? file)
{
    /// <summary>The last cursor; null while there is none.</summary>
    public string? Cursor { get; private set; } = Read(file);

    /// <summary>Written anew and put in the old one's place: a file that is there holds a whole cursor.</summary>
    [MemberNotNull(nameof(Cursor))]
    public void MoveTo(string cursor)
    {
        Cursor = cursor;
        if (file is null)
            return;

        var next = $"{file.FullName}.next";
        File.WriteAllText(next, cursor + "\n");
        File.Move(next, file.FullName, overwrite: true);
    }

    private static string? Read(FileInfo? file)
        => file is { Exists: true } && File.ReadAllText(file.FullName).Trim() is { Length: > 0 } cursor ? cursor : null;
}
