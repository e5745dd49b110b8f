using ChatLiaison.Storage;

namespace ChatLiaison.People;

internal sealed class PersonStore(Database database)
{
    public Task<List<Person>> ListAsync(CancellationToken cancellationToken) => database.Ask("select").ListAsync(_ => (Person)null!, cancellationToken);
}
