namespace ChatLiaison.Server.Database;

/// <summary>
/// The account PostgreSQL runs as. It refuses to run as root, so a server started by root hands it to an unprivileged account;
/// otherwise it runs as whoever started the server.
/// </summary>
internal sealed class PostgresAccount
{
    private readonly string? _name;
    private readonly IReadOnlyList<string> _switch;

    private PostgresAccount(string? name, IReadOnlyList<string> switchTo) => (_name, _switch) = (name, switchTo);

    /// <summary>True when the account is another one than the server's own.</summary>
    public bool IsOther => _name is not null;

    public override string ToString() => _name ?? Environment.UserName;

    public static async Task<PostgresAccount> ChooseAsync(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new(null, []);
        var hasOwn = (await Command.RunAsync(["id", "-u", "postgres"], cancellationToken)).Succeeded;
        return await AsOtherAsync(hasOwn ? "postgres" : "nobody", cancellationToken);
    }

    internal static async Task<PostgresAccount> AsOtherAsync(string name, CancellationToken cancellationToken)
    {
        if (Command.Find("setpriv") is { } setpriv)
        {
            var uid = await Command.RunAsync(["id", "-u", name], cancellationToken);
            var gid = await Command.RunAsync(["id", "-g", name], cancellationToken);
            return new(name, [setpriv, "--reuid", uid.Output, "--regid", gid.Output, "--clear-groups", "--"]);
        }

        if (Command.Find("runuser") is { } runuser)
            return new(name, [runuser, "-u", name, "--"]);
        if (Command.Find("su") is { } su)
            return new(name, [su, "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"]);
        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root, and none of setpriv, runuser and su is here to run it as another account: "
            + "install util-linux, or start the server as an ordinary user.");
    }

    public Task<CommandResult> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken, string input = "") =>
        Command.RunAsync([.. _switch, .. command], cancellationToken, input);

    /// <summary>Makes the folder and all in it the account's own; nothing to do when the account is ours.</summary>
    public async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        if (_name is null)
            return;
        var owned = await Command.RunAsync(["chown", "-R", "-P", _name, folder], cancellationToken);
        if (!owned.Succeeded)
            throw new EmbeddedPostgresException($"{folder} can't be given to the account {_name}: {owned.Output}.");
    }

    /// <summary>Whether the account can get to the folder and write in it.</summary>
    public async Task<bool> CanWriteAsync(string folder, CancellationToken cancellationToken) =>
        (await RunAsync(["sh", "-c", "cd \"$1\" && test -w .", "sh", folder], cancellationToken)).Succeeded;

    /// <summary>Writes a file as the account, so that the account owns it.</summary>
    public async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var written = await RunAsync(["sh", "-c", "umask 077 && cat > \"$1\"", "sh", path], cancellationToken, text);
        if (!written.Succeeded)
            throw new EmbeddedPostgresException($"{path} can't be written by the account {this}: {written.Output}.");
    }
}
