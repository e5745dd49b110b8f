using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>How rows of a table are written, so that several of them can go as one statement.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Columns">In parentheses.</param>
/// <param name="Row">What stands in each of them, in parentheses: <c>$1</c>, <c>$2</c> and so on, each once and in order, and constants.</param>
/// <exception cref="ArgumentException">The places are in another order, or one stands twice.</exception>
internal sealed partial record RowForm(string Table, string Columns, string Row)
{
    private readonly ConcurrentDictionary<int, string> known = new();
    private readonly int values = Checked(Row);

    /// <summary>The statement for so many rows; their values follow one another.</summary>
    public string Sql(int rows) => known.GetOrAdd(rows, count => $"insert into {Table} {Columns} values {string.Join(", ", Enumerable.Range(0, count).Select(Numbered))}");

    private static int Checked(string row)
    {
        var places = Place().Matches(row).Select((place, at) => place.Value == string.Create(CultureInfo.InvariantCulture, $"${at + 1}")).ToList();
        return places.TrueForAll(p => p) ? places.Count : throw new ArgumentException($"The places of {row} are not $1, $2 and so on, each once and in order. Number them so.", nameof(row));
    }

    private string Numbered(int row) =>
        Place().Replace(Row, place => string.Create(CultureInfo.InvariantCulture, $"${int.Parse(place.ValueSpan[1..], CultureInfo.InvariantCulture) + (row * values)}"));

    [GeneratedRegex(@"\$\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}

/// <summary>A statement of a unit of work that takes more rows until it goes out.</summary>
internal sealed class RowInsert(RowForm form, NpgsqlBatchCommand command)
{
    /// <summary>So that few statements differ, and each is prepared once.</summary>
    private const int MostRows = 8;

    private int rows = 1;

    public RowForm Form { get; } = form;

    public bool HasRoom => rows < MostRows;

    public void Add(object?[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(SqlValue.Parameter(value));
        }

        command.CommandText = Form.Sql(++rows);
    }
}
