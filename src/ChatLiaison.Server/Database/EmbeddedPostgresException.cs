namespace ChatLiaison.Server.Database;

/// <summary>The private PostgreSQL can't be had; the message is one plain sentence for the person who starts the server.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException() { }
    public EmbeddedPostgresException(string message) : base(message) { }
    public EmbeddedPostgresException(string message, Exception cause) : base(message, cause) { }
}
