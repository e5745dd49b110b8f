namespace ChatLiaison.Customers;

/// <summary>The customers in memory. Whoever changes one refreshes the book after the commit; changes of other servers arrive by themselves.</summary>
internal sealed class CustomerBook(CustomerStore store)
{
    private readonly List<Action<CustomerIndex>> readers = [];
    private volatile CustomerIndex current = CustomerIndex.Empty;

    public CustomerIndex Current => current;

    /// <summary>Hands the new index to a reader after each refresh. Called while the service is put together, never later.</summary>
    public void TellAfterRefresh(Action<CustomerIndex> reader) => readers.Add(reader);

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        current = new CustomerIndex(await store.ListAsync(cancellationToken));
        readers.ForEach(tell => tell(current));
    }
}
