namespace ChatLiaison.Server.Tests;

/// <summary>Folders that PostgreSQL's own account can pass through when the tests run as root.</summary>
internal static class TestData
{
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("chatliaison-data-");
        folder.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.GroupExecute;
        return folder.FullName;
    }
}
