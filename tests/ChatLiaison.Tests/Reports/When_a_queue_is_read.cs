using ChatLiaison.Cases;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class When_a_queue_is_read
{
    private static readonly Guid Dana = Guid.NewGuid();

    [Theory]
    [InlineData(false, null, "BETA-1 ACME-2 ACME-1 ACME-3")]
    [InlineData(true, null, "BETA-1 ACME-2")]
    [InlineData(false, 1, "ACME-2 ACME-1 ACME-3")]
    [InlineData(true, 1, "ACME-2")]
    public async Task The_most_pressing_come_first_and_the_resolved_last(bool hers, int? customer, string expected)
    {
        await using var town = await ReportsTown.CreateAsync();
        await town.CaseAsync("ACME-1", opened: 2);
        await town.CaseAsync("ACME-2", opened: 3);
        await town.CaseAsync("ACME-3", opened: 9, resolved: 1, priority: "P1");
        await town.CaseAsync("ACME-4", opened: 9, restricted: true);
        await town.CaseAsync("BETA-1", opened: 1, priority: "P1", customer: 2);
        await town.RunAsync("update cases set owner_id = $1 where reference = 'ACME-2'", Dana);
        await town.RunAsync("update cases set engineering_owner_id = $1 where reference = 'BETA-1'", Dana);

        var found = await new CaseStore(town.Database).ListOpenAsync(hers ? Dana : null, customer, 10, CancellationToken.None);

        string.Join(' ', found.Select(c => c.Reference)).ShouldBe(expected);
    }
}
