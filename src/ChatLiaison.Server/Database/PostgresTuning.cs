namespace ChatLiaison.Server.Database;

/// <summary>How a private PostgreSQL is set up.</summary>
/// <param name="Durable">True: a commit is on disk when it is answered. False: only a crash of the machine loses it, for throwaway test data.</param>
/// <param name="MaxConnections">Enough for a few servers on one machine; Quartz and the desk's own pool are both counted in it.</param>
internal sealed record PostgresTuning(bool Durable = true, int MaxConnections = 100)
{
    public string Settings(PostgresAddress address) =>
        $"""
         # Written at every start by ChatLiaison; put settings of your own into postgresql.conf after the line that includes this file.
         unix_socket_directories = '{address.SocketFolder?.Replace("'", "''", StringComparison.Ordinal)}'
         listen_addresses = '{(address.SocketFolder is null ? "127.0.0.1" : "")}'
         port = {address.Port}
         max_connections = {MaxConnections}
         shared_buffers = 128MB
         fsync = {OnOff(Durable)}
         synchronous_commit = on
         jit = off
         full_page_writes = {OnOff(Durable)}
         timezone = 'UTC'
         log_timezone = 'UTC'
         log_min_messages = warning

         """;

    private static string OnOff(bool value) => value ? "on" : "off";
}
