using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Real files with random damage: nothing throws, every record is accounted for, and a record that stayed whole keeps its numbers or loses them with a warning.</summary>
public class RealFilesMutationTests
{
    private static readonly byte[][] Splinters =
    [
        [(byte)','], [(byte)';'], [(byte)'"'], [(byte)'\n'], [(byte)'\r'], [0], [0xFF], [0xC3], [0xE9], [(byte)'.'], [(byte)'\\'], [0xEF, 0xBB, 0xBF],
        [.. "1,5"u8], [.. "2.345"u8], [.. "1 234"u8], [.. "kg"u8], [.. "€"u8], [.. "=1+1"u8],
    ];

    public static TheoryData<string> Files => [.. RealFiles.Names];

    [Theory, MemberData(nameof(Files))]
    public async Task Never_changes_a_number(string name)
    {
        byte[] original;
        await using (var file = RealFiles.Open(name))
        {
            original = new byte[file.Length];
            await file.ReadExactlyAsync(original, TestContext.Current.CancellationToken);
        }

        var currency = RealFiles.CurrencyOf(name);
        var whole = await TableFixture.ReadAsync(original, currency: currency);
        var known = whole.Records.Where(record => record.Item is not null)
            .GroupBy(record => string.Join('\u001F', record.Cells)).ToDictionary(group => group.Key, group => Numbers(group.First().Item!));
        var random = new Random(name.Length);
        for (var round = 0; round < (original.Length > 100_000 ? 3 : 12); round++)
        {
            var table = await TableFixture.ReadAsync(Damage(original, random), currency: currency);
            if (table.Inspection.Refusal is not null)
            {
                continue;
            }

            Assert.Equal(table.Inspection.Records, table.Records.Count);
            if (!table.Plan.Columns.Select(column => column.Field).SequenceEqual(whole.Plan.Columns.Select(column => column.Field)))
            {
                continue;
            }

            foreach (var record in table.Records.Where(record => record.Item is not null))
            {
                if (known.TryGetValue(string.Join('\u001F', record.Cells), out var before))
                {
                    Assert.All(Numbers(record.Item!).Zip(before), pair => Assert.True(pair.First is null || pair.First == pair.Second, $"Line {record.Line}: {pair.Second} became {pair.First}"));
                }
            }
        }
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 60)));
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 120))));
                    break;
                default:
                    bytes.InsertRange(at, Splinters[random.Next(Splinters.Length)]);
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'a');
            }
        }

        return [.. bytes];
    }

    private static decimal?[] Numbers(ItemRow item) =>
        [item.Quantity, item.UnitCost, item.SalePrice, item.ParLevel, item.ReorderPoint, item.CaseSize, item.CaseCost, item.Abv, item.ExpiresOn?.DayNumber];
}
