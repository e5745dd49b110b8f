using ChatLiaison.Storage;

namespace ChatLiaison.People;

internal sealed class StaffChannelStore(Database database)
{
    public Task<List<(ChannelUse Use, StaffChannel Channel)>> ListAsync(CancellationToken cancellationToken) => database.Ask("select").ListAsync(_ => default((ChannelUse, StaffChannel)), cancellationToken);
}
