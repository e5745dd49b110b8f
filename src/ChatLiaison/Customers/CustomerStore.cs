using ChatLiaison.Storage;

namespace ChatLiaison.Customers;

internal sealed class CustomerStore(Database database)
{
    public Task<List<Customer>> ListAsync(CancellationToken cancellationToken) => database.Ask("select").ListAsync(_ => (Customer)null!, cancellationToken);
}
