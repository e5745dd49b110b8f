using System.Diagnostics;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;
using Xunit;

namespace ChatLiaison.Tests.Tmp;

public sealed class RecipientsSpeed
{
    [Fact]
    public void Speed()
    {
        var zones = new[] { "Europe/London", "America/New_York", "Asia/Tokyo", "America/Sao_Paulo" };
        var people = Enumerable.Range(0, 60).Select(n => People.SampleStaff.Person($"P{n}", n < 20 ? Role.Liaison : n < 40 ? Role.SeniorSupport : Role.Engineering, zones[n % 4])).ToArray();
        var customers = Enumerable.Range(1, 400).Select(n => new Customer(n, $"C{n}", $"Customer {n}", people[n % 20].Id, [], [], null, new Dictionary<string, string>())).ToArray();
        var directory = new DirectorySnapshot(new StaffIndex(people, []), new CustomerIndex(customers));
        var playbook = new PlaybookSource().Current;
        var now = Instant.FromUtc(2026, 11, 23, 15, 0);
        foreach (var owned in new[] { false, true, false, true })
        {
            var due = Enumerable.Range(0, 10_000).Select(n =>
            {
                var c = Draft.Case(customers[n % 400], Priority.P3, now);
                var promise = new PromisePlan(playbook, null).Opening(c, now).First();
                return new DuePromise(promise, "C1-1", owned ? people[n % 20].Id : null, null, 0, "north");
            }).ToArray();
            var best = double.MaxValue;
            for (var round = 0; round < 7; round++)
            {
                var began = Stopwatch.GetTimestamp();
                foreach (var batch in due.Chunk(1000))
                {
                    var recipients = new NudgeRecipients(playbook, directory, People.SampleStaff.Platforms, now);
                    foreach (var one in batch)
                    {
                        recipients.For(one);
                    }
                }

                best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            TestContext.Current.SendDiagnosticMessage("");
            Console.Error.WriteLine($"owned {owned}: {best:0.0} ms for 10,000");
        }
    }
}
