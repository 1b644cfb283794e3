using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace KitchenGuard.Tests.Imports;

/// <summary>
/// An import over existing items, then what people do, then its undo, against a model of a few lines: stock goes back unless counted, fields go back
/// unless edited or taken, what it made leaves the list unless somebody made it theirs.
/// </summary>
public sealed class UndoModelTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    /// <summary>One item's story.</summary>
    /// <param name="IsOld">On the list before the import.</param>
    /// <param name="Before">Its stock then.</param>
    /// <param name="Imported">What the import counts.</param>
    /// <param name="ChangesCost">The import has another cost.</param>
    /// <param name="ChangesCategory">The import has another category.</param>
    /// <param name="ChangesBarcode">The import has another barcode.</param>
    /// <param name="Deeds">What people did afterwards.</param>
    public sealed record Story(
        bool IsOld, int Before, int Imported, bool ChangesCost, bool ChangesCategory, bool ChangesBarcode, IReadOnlyList<Deed> Deeds);

    public enum Deed
    {
        Use,
        Receive,
        Count,
        EditCost,
        EditCategory,
        TakeBarcode,
    }

    private sealed class Item
    {
        public decimal OnHand { get; set; }

        public decimal Cost { get; set; }

        public string Category { get; set; } = "";

        public string Barcode { get; set; } = "";

        public bool IsArchived { get; set; }

        public string Line(string name) => string.Create(CultureInfo.InvariantCulture, $"{(IsArchived ? "-" : "")}{name}|{OnHand}|{Cost}|{Category}|{Barcode}");
    }

    private static Gen<Story> Stories =>
        from isOld in Gen.Elements(true, true, false)
        from before in Gen.Choose(0, 20)
        from imported in Gen.Choose(0, 20)
        from cost in Gen.Elements(true, false)
        from category in Gen.Elements(true, false)
        from barcode in Gen.Elements(true, false)
        from deeds in Gen.Choose(0, 3).SelectMany(n => Gen.ListOf(Gen.Elements(Enum.GetValues<Deed>()), n))
        select new Story(isOld, before, imported, cost, category, barcode, [.. deeds]);

    [Fact]
    public async Task An_undo_equals_the_model()
    {
        foreach (var seed in Enumerable.Range(1, 4))
        {
            var stories = Stories.Sample(14, new Rnd((ulong)seed, 1), 10).ToList();
            await PlayAsync(stories, seed);
        }
    }

    private async Task PlayAsync(List<Story> stories, int seed)
    {
        var owner = await app.RegisterAsync();
        const string header = "name,sku,barcode,quantity,unit,unit cost,category\n";
        string Row(int i, int quantity, int cost, string category, string barcode) => $"Item {i:00},S-{i:00},{barcode},{quantity},kg,{cost},{category}\n";
        string Old(int i) => $"40000{i:000}";
        string New(int i) => $"50000{i:000}";
        await app.ImportAsync(owner, header + "Helper,S-99,4999999,1,kg,1,Help\n"
            + string.Concat(stories.Select((s, i) => s.IsOld ? Row(i, s.Before, 10, "Before", Old(i)) : "")));
        var file = header + string.Concat(stories.Select((s, i) =>
            Row(i, s.Imported, s.ChangesCost ? 20 : 10, s.ChangesCategory ? "After" : "Before", s.ChangesBarcode ? New(i) : Old(i))));
        var import = await app.ImportAsync(owner, file);
        Assert.Equal(0, (await app.GetAsync(owner, $"/api/imports/{import}")).GetProperty("rows").GetProperty("rejected").GetInt32());
        var once = await app.ListAsync(owner);
        await app.ImportAsync(owner, file);
        Assert.Equal(once, await app.ListAsync(owner));

        var (items, expected) = (new List<Item>(), (Reversed: 0, Kept: 0, Impossible: 0));
        var barcodeTaken = -1;
        foreach (var (story, i) in stories.Select((s, i) => (s, i)))
        {
            var item = new Item { OnHand = story.Imported, Cost = story.ChangesCost ? 20 : 10, Category = story.ChangesCategory ? "After" : "Before", Barcode = story.ChangesBarcode ? New(i) : Old(i) };
            var (counted, cost, category, name) = (false, false, false, $"Item {i:00}");
            foreach (var deed in story.Deeds)
            {
                switch (deed)
                {
                    case Deed.Use:
                        await app.MoveAsync(owner, name, "use", 2);
                        item.OnHand -= 2;
                        break;
                    case Deed.Receive:
                        await app.MoveAsync(owner, name, "receive", 5);
                        item.OnHand += 5;
                        break;
                    case Deed.Count:
                        await app.MoveAsync(owner, name, "count", 7);
                        (item.OnHand, counted) = (7, true);
                        break;
                    case Deed.EditCost:
                        await app.EditAsync(owner, name, new { unitCost = item.Cost + 3 });
                        (item.Cost, cost) = (item.Cost + 3, true);
                        break;
                    case Deed.EditCategory:
                        await app.EditAsync(owner, name, new { category = item.Category + "!" });
                        (item.Category, category) = (item.Category + "!", true);
                        break;
                    case Deed.TakeBarcode when story is { IsOld: true, ChangesBarcode: true } && barcodeTaken < 0:
                        await app.EditAsync(owner, "Helper", new { barcode = Old(i) });
                        barcodeTaken = i;
                        break;
                }
            }

            items.Add(item);
            var touched = !story.IsOld || story.Before != story.Imported || story.ChangesCost || story.ChangesCategory || story.ChangesBarcode;
            if (!touched)
            {
                continue;
            }

            var edited = story.IsOld ? (cost && story.ChangesCost) || (category && story.ChangesCategory) : cost || category;
            item.OnHand -= counted ? 0 : story.Imported - (story.IsOld ? story.Before : 0);
            if (story.IsOld)
            {
                item.Cost = story.ChangesCost && !cost ? 10 : item.Cost;
                item.Category = story.ChangesCategory && !category ? "Before" : item.Category;
                item.Barcode = barcodeTaken == i ? item.Barcode : Old(i);
            }
            else
            {
                item.IsArchived = !counted && !edited;
            }

            expected = barcodeTaken == i ? expected with { Impossible = expected.Impossible + 1 }
                : counted || edited ? expected with { Kept = expected.Kept + 1 }
                : expected with { Reversed = expected.Reversed + 1 };
        }

        if (expected == (0, 0, 0))
        {
            return;
        }

        var undone = await app.UndoAsync(owner, import);
        Assert.Equal(
            [$"Helper|1|1|Help|{(barcodeTaken < 0 ? "4999999" : Old(barcodeTaken))}", .. items.Select((item, i) => item.Line($"Item {i:00}"))],
            (await app.ListAsync(owner, "trim_scale(unit_cost), category, barcode")).OrderBy(line => line.TrimStart('-'), StringComparer.Ordinal));
        Assert.Equal(
            (seed, expected.Reversed, expected.Kept, expected.Impossible),
            (seed, undone.GetProperty("reversed").GetInt32(), undone.GetProperty("keptTotal").GetInt32(), undone.GetProperty("impossibleTotal").GetInt32()));
        Assert.Equal(["0"], await app.RowsAsync(
            """
            select count(*) from inventory.items i where restaurant_id = $1
              and on_hand <> (select coalesce(sum(quantity), 0) from inventory.stock_movements m where m.item_id = i.id)
            """, owner.RestaurantId));
    }
}
