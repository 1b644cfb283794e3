using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KitchenGuard.Bench;

/// <summary>Made-up lists, the same every time.</summary>
internal static class Sheets
{
    private static readonly string[] Categories = ["Produce", "Dairy", "Dry goods", "Meat", "Frozen", "Bakery"];
    private static readonly string[] Units = ["kg", "each", "bottle", "l", "bunch"];
    private static readonly string[] Words = ["Tomato", "Onion", "Cheddar", "Olive oil", "Basil", "Flour", "Chicken", "Lemon", "Butter", "Rice", "Prawn", "Cream"];

    /// <summary>A list of 8 columns; <paramref name="another"/>: the same items with another stock, cost and category.</summary>
    public static byte[] Csv(int rows, bool another = false)
    {
        var text = new StringBuilder("name,sku,category,quantity,unit,unit cost,par level,supplier\n");
        var shift = another ? 1 : 0;
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Words[i % Words.Length]} {Words[i / 7 % Words.Length]} no {i},SKU-{i:D6},{Categories[(i + shift) % 6]},");
            text.Append(CultureInfo.InvariantCulture, $"{(i + shift) % 400 / 4m:0.##},{Units[i % 5]},{(i % 9000 + 50 + shift) / 100m:0.00},{i % 80 + 1},Supplier {i % 40}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The same list as a workbook, its texts shared as a spreadsheet program writes them.</summary>
    public static byte[] Xlsx(int rows)
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var (texts, numbers) = (new StringBuilder($"<sst {main}>"), new Dictionary<string, int>());
        var sheet = new StringBuilder($"<worksheet {main}><sheetData>");
        foreach (var (index, line) in Encoding.UTF8.GetString(Csv(rows)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">");
            foreach (var (column, cell) in line.Split(',').Index())
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{index + 1}");
                if (index > 0 && column is 3 or 5 or 6)
                {
                    sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{cell}</v></c>");
                    continue;
                }

                if (!numbers.TryGetValue(cell, out var number))
                {
                    numbers[cell] = number = numbers.Count;
                    texts.Append(CultureInfo.InvariantCulture, $"<si><t>{cell}</t></si>");
                }

                sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" t=\"s\"><v>{number}</v></c>");
            }

            sheet.Append("</row>");
        }

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }

            const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}sheet.main+xml\"/><Override PartName=\"/xl/sheet.xml\" ContentType=\"{type}worksheet+xml\"/><Override PartName=\"/xl/texts.xml\" ContentType=\"{type}sharedStrings+xml\"/></Types>");
            Add("_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            Add("xl/workbook.xml", $"<workbook {main} xmlns:r=\"{relations}\"><sheets><sheet name=\"Stock\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", Relations($"<Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/sharedStrings\" Target=\"texts.xml\"/>"));
            Add("xl/sheet.xml", sheet.Append("</sheetData></worksheet>").ToString());
            Add("xl/texts.xml", texts.Append("</sst>").ToString());
        }

        return file.ToArray();
    }

    private static string Relations(string inner) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";
}
