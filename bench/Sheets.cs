using System.Globalization;
using System.Text;

namespace KitchenGuard.Bench;

/// <summary>Made-up lists, the same every time.</summary>
internal static class Sheets
{
    private static readonly string[] Categories = ["Produce", "Dairy", "Dry goods", "Meat", "Frozen", "Bakery"];
    private static readonly string[] Units = ["kg", "each", "bottle", "l", "bunch"];
    private static readonly string[] Words = ["Tomato", "Onion", "Cheddar", "Olive oil", "Basil", "Flour", "Chicken", "Lemon", "Butter", "Rice", "Prawn", "Cream"];

    /// <summary>A list of 8 columns.</summary>
    public static byte[] Csv(int rows)
    {
        var text = new StringBuilder("name,sku,category,quantity,unit,unit cost,par level,supplier\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Words[i % Words.Length]} {Words[i / 7 % Words.Length]} no {i},SKU-{i:D6},{Categories[i % 6]},");
            text.Append(CultureInfo.InvariantCulture, $"{i % 400 / 4m:0.##},{Units[i % 5]},{(i % 9000 + 50) / 100m:0.00},{i % 80 + 1},Supplier {i % 40}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
