using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>Each neutral card element in Adaptive Card elements.</summary>
internal static class TeamsElements
{
    public static void Draw(TeamsCanvas canvas, CardElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                canvas.TextBlock(canvas.Markdown(paragraph.Text));
                break;
            case SmallPrint small:
                canvas.TextBlock(canvas.Markdown(small.Text), subtle: true);
                break;
            case Quote quote:
                DrawQuote(canvas, quote);
                break;
            case Divider:
                canvas.SeparateNext();
                break;
            case BulletList list:
                DrawList(canvas, list);
                break;
            case FactList { Facts.Count: > 0 } facts:
                DrawFacts(canvas, facts);
                break;
            case CardTable table:
                DrawTable(canvas, table);
                break;
            case CardRow row:
                DrawRow(canvas, row);
                break;
            case ButtonRow buttons:
                TeamsButtons.Row(canvas, buttons.Buttons);
                break;
        }
    }

    private static void DrawQuote(TeamsCanvas canvas, Quote quote)
    {
        canvas.Start("Container");
        canvas.Json.WriteString("style", "emphasis");
        canvas.Json.WriteStartArray("items");
        canvas.TextBlock(canvas.Markdown(quote.Text));
        canvas.Json.WriteEndArray();
        canvas.End();
    }

    // An item is one line: a line break inside it would end the list.
    private static void DrawList(TeamsCanvas canvas, BulletList list)
    {
        var lines = canvas.Some(list.Items).Select(item => "- " + canvas.Markdown(item).Replace("\n\n", " ", StringComparison.Ordinal));
        canvas.TextBlock(string.Join('\n', lines));
    }

    private static void DrawFacts(TeamsCanvas canvas, FactList list)
    {
        canvas.Start("FactSet");
        canvas.Json.WriteStartArray("facts");
        foreach (var fact in canvas.Some(list.Facts))
        {
            canvas.Json.WriteStartObject();
            canvas.Json.WriteString("title", canvas.Escape(fact.Label));
            canvas.Json.WriteString("value", canvas.Markdown(fact.Value));
            canvas.Json.WriteEndObject();
        }

        canvas.Json.WriteEndArray();
        canvas.End();
    }

    private static void DrawTable(TeamsCanvas canvas, CardTable table)
    {
        var json = canvas.Json;
        canvas.Start("Table");
        json.WriteBoolean("firstRowAsHeader", true);
        json.WriteStartArray("columns");
        for (var column = 0; column < table.Columns.Count; column++)
        {
            json.WriteStartObject();
            json.WriteNumber("width", column == 0 ? 2 : 1);
            json.WriteString("horizontalCellContentAlignment", column == 0 ? "left" : "right");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        DrawCells(canvas, table.Columns, "bolder");
        foreach (var row in canvas.Some(table.Rows))
        {
            DrawCells(canvas, row, null);
        }

        json.WriteEndArray();
        canvas.End();
    }

    private static void DrawCells(TeamsCanvas canvas, IReadOnlyList<string> cells, string? weight)
    {
        var json = canvas.Json;
        json.WriteStartObject();
        json.WriteString("type", "TableRow");
        json.WriteStartArray("cells");
        for (var column = 0; column < cells.Count; column++)
        {
            json.WriteStartObject();
            json.WriteString("type", "TableCell");
            json.WriteStartArray("items");
            canvas.TextBlock(canvas.Escape(cells[column]), weight: weight, align: column == 0 ? null : "right");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void DrawRow(TeamsCanvas canvas, CardRow row)
    {
        if (row.Button is null)
        {
            canvas.TextBlock(canvas.Markdown(row.Text));
            return;
        }

        canvas.Start("ColumnSet");
        canvas.Json.WriteStartArray("columns");
        DrawColumn(canvas, "stretch", () => canvas.TextBlock(canvas.Markdown(row.Text)));
        DrawColumn(canvas, "auto", () => TeamsButtons.Row(canvas, [row.Button]));
        canvas.Json.WriteEndArray();
        canvas.End();
    }

    private static void DrawColumn(TeamsCanvas canvas, string width, Action item)
    {
        canvas.Json.WriteStartObject();
        canvas.Json.WriteString("type", "Column");
        canvas.Json.WriteString("width", width);
        canvas.Json.WriteString("verticalContentAlignment", "center");
        canvas.Json.WriteStartArray("items");
        item();
        canvas.Json.WriteEndArray();
        canvas.Json.WriteEndObject();
    }
}
