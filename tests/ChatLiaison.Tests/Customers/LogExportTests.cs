using ChatLiaison.Cases;
using ChatLiaison.Customers;
using ChatLiaison.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Customers;

public sealed class LogExportTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 23, 30);

    private static readonly Customer Acme = new(
        1, "ACME", "Acme Ltd", null, [], [new(Guid.Empty, 1, "Ada Byrne", "CTO", "", "advanced", "email", DateTimeZoneProviders.Tzdb["America/New_York"], new Dictionary<string, string>()) { Hours = OpeningHours.Of([(IsoDayOfWeek.Monday, new(new(9, 0), new(17, 0)))]) }],
        null, new Dictionary<string, string>());

    [Fact]
    public void Dates_are_those_of_the_organisations_days() =>
        LogExport.Write(Acme, [Entry("Hello")], Now, DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).ShouldContain("| 2026-11-24 | Call | Hello |");

    [Fact]
    public void A_row_stays_one_row_whatever_was_said() => LogExport.Write(Acme, [Entry("One | two\nthree")], Now, DateTimeZone.Utc)
        .Split('\n').ShouldContain("| 2026-11-23 | Call | One \\| two; three |  |");

    [Fact]
    public void Whom_to_reach_and_how_stands_above_the_rows() => LogExport.Write(Acme, [], Now, DateTimeZone.Utc)
        .ShouldContain("- **Name**: Ada Byrne\n- **Role**: CTO\n- **Preferred Contact**: Email\n- **Availability**: Mon 09:00-17:00 (America/New_York)");

    [Fact]
    public void What_no_piece_has_room_for_is_counted()
    {
        var (pieces, left) = CopyForm.Cut(string.Join('\n', Enumerable.Repeat("nine char", 100)), 100, 3);
        pieces.Count.ShouldBe(3);
        left.ShouldBe(70);
    }

    [Fact]
    public void Pieces_put_together_again_are_the_whole() => Prop.ForAll<string[]>(lines =>
    {
        var text = string.Concat(lines.Select(l => (l ?? "").ReplaceLineEndings(" ").Replace('\n', ' ') + "\n"));
        var (pieces, left) = CopyForm.Cut(text, 5000, 1000);
        return left == 0 && pieces.All(p => p.Length <= 5000) && string.Concat(pieces).TrimEnd('\n') == text.TrimEnd('\n');
    }).QuickCheckThrowOnFailure();

    private static LoggedInteraction Entry(string summary) => new(
        new Interaction { Id = Guid.NewGuid(), CustomerId = 1, At = Now, Kind = InteractionKind.Call, Summary = summary }, [], []);
}
