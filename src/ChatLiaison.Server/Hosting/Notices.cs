namespace ChatLiaison.Server.Hosting;

/// <summary>The two pages that an app package must name: what is kept of people's words, and on what terms. An operator may serve their own before them.</summary>
internal static class Notices
{
    private const string Privacy =
        """
        Privacy

        This is ChatLiaison, run by the organisation that added it here, on its own machines.
        It keeps what is written in a case's form and thread, who wrote it and when, and the names of the people who work on it,
        so that nothing promised is forgotten. It keeps links to files, not the files. It sends nothing to anybody else.
        Ask the organisation that runs it to see, correct or remove what it holds about you.
        """;

    private const string Terms =
        """
        Terms

        ChatLiaison is run by the organisation that added it here, under that organisation's own terms.
        Times that it names are promises of that organisation's people, who answer for them.
        """;

    public static void MapNotices(this WebApplication app)
    {
        app.MapGet("/privacy", () => Privacy);
        app.MapGet("/terms", () => Terms);
    }
}
