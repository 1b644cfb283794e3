using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>
/// Real files with damage of every kind: nothing throws, every record is accounted for, no number comes out that the damaged bytes do not say, and
/// none takes many times the memory of the whole file.
/// <c>KITCHENGUARD_FAULT_ROUNDS</c> is how many damages each file gets, large ones a fifteenth of it; the small default is for every day.
/// </summary>
public class RealFilesMutationTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KITCHENGUARD_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;

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
        var department = RealFiles.Expected(name).GetProperty("department").GetString() == "bar" ? "bar" : "kitchen";
        await TableFixture.ReadAsync(original, department: department, currency: currency);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var whole = await TableFixture.ReadAsync(original, department: department, currency: currency);
        var usual = GC.GetAllocatedBytesForCurrentThread() - before;
        var known = Known(whole);
        var mutation = new FileMutation(original, whole.Plan.Detected);
        var isLarge = original.Length > 50_000;
        var rounds = Rounds > 0 ? (isLarge ? Math.Max(1, Rounds / 15) : Rounds) : isLarge ? 3 : 15;
        for (var round = 0; round < rounds; round++)
        {
            var (kind, bytes) = mutation.Make(new Random((name.Length * 100_003) + round));
            before = GC.GetAllocatedBytesForCurrentThread();
            var table = await TableFixture.ReadAsync(bytes, department: department, currency: currency);
            var taken = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(taken < 4 * usual, $"{name} round {round} ({kind}): {taken} bytes were allocated; the whole file takes {usual}.");
            ReadingPropertyTests.AssertAccounted(table);
            if (table.Inspection.Refusal is null)
            {
                AssertNumbers($"{name} round {round} ({kind})", whole, known, table);
            }
        }
    }

    /// <summary>
    /// A record of which every cell stands in the original keeps each number or loses it: what its cell says may be doubted by other evidence, never
    /// read as something else. It is looked up by its cells, so a cell that the damage itself wrote is not compared.
    /// </summary>
    private static void AssertNumbers(string what, TableFixture whole, Dictionary<string, Dictionary<string, decimal>> known, TableFixture table)
    {
        foreach (var record in table.Records.Where(record => record.Item is not null))
        {
            if (!known.TryGetValue(Key(record), out var before))
            {
                continue;
            }

            foreach (var (field, value) in Numbers(record.Item!))
            {
                // A field that another column is mapped to after the damage is a question of the mapping, which the preview shows.
                var column = table.Plan.ColumnOf(field);
                if (column is not null && whole.Plan.ColumnOf(field) is { } source && source.Header == column.Header && source.Column == column.Column
                    && before.TryGetValue(field, out var right))
                {
                    Assert.True(value == right || IsConverted(table, whole), $"{what}, line {record.Line}, {field}: {right} became {value}");
                }
            }
        }
    }

    /// <summary>Whether the columns that say what a number is counted in are others than before.</summary>
    private static bool IsConverted(TableFixture table, TableFixture whole) =>
        table.Plan.ColumnOf(ItemField.Quantity)?.CasesIn != whole.Plan.ColumnOf(ItemField.Quantity)?.CasesIn
        || ((string[])[ItemField.Unit, ItemField.CaseSize, ItemField.PackSize, ItemField.Quantity]).Any(field => table.Plan.ColumnOf(field)?.Column != whole.Plan.ColumnOf(field)?.Column);

    private static Dictionary<string, Dictionary<string, decimal>> Known(TableFixture whole) => whole.Records.Where(record => record.Item is not null)
        .GroupBy(Key).ToDictionary(group => group.Key, group => Numbers(group.First().Item!).ToDictionary(pair => pair.Field, pair => pair.Value));

    private static string Key(ReadRecord record) => string.Join('\u001F', record.Cells);

    private static IEnumerable<(string Field, decimal Value)> Numbers(ItemRow item)
    {
        (string Field, decimal? Value)[] all =
        [
            (ItemField.Quantity, item.Quantity), (ItemField.UnitCost, item.UnitCost), (ItemField.SalePrice, item.SalePrice), (ItemField.ParLevel, item.ParLevel),
            (ItemField.ParCases, item.ParCases), (ItemField.ReorderPoint, item.ReorderPoint), (ItemField.CaseSize, item.CaseSize), (ItemField.CaseCost, item.CaseCost),
            (ItemField.Abv, item.Abv), (ItemField.ExpiresOn, item.ExpiresOn?.DayNumber),
        ];
        return all.Where(pair => pair.Value is not null).Select(pair => (pair.Field, pair.Value!.Value));
    }
}

/// <summary>Damages a file in the ways files are damaged.</summary>
internal sealed class FileMutation(byte[] original, Detected detected)
{
    private static readonly byte[][] Splinters =
    [
        [(byte)','], [(byte)';'], [(byte)'"'], [(byte)'\''], [(byte)'\n'], [(byte)'\r'], [0], [0xFF], [0xC3], [0xE9], [(byte)'.'], [(byte)'\\'], [0xEF, 0xBB, 0xBF],
        [.. "1,5"u8], [.. "2.345"u8], [.. "1 234"u8], [.. "kg"u8], [.. "€"u8], [.. "=1+1"u8], [.. "\n\nTotal,9\n"u8], [.. "\nName,Qty\n"u8],
    ];

    private readonly string _text = TextEncodings.Find(detected.Encoding)!.GetString(original).TrimStart('\uFEFF');

    /// <summary>The file damaged by the next of a random sequence.</summary>
    internal (string Kind, byte[] Bytes) Make(Random random) => random.Next(12) switch
    {
        0 => ("flipped bytes", Bytes(bytes => bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8)), random.Next(1, 20))),
        1 => ("cut short", original[..random.Next(1, original.Length)]),
        2 => ("bytes taken out", Bytes(bytes => Remove(bytes, random), random.Next(1, 4))),
        3 => ("bytes doubled", Bytes(bytes => Double(bytes, random), random.Next(1, 4))),
        4 or 5 => ("splinters", Bytes(bytes => bytes.InsertRange(random.Next(bytes.Count), Splinters[random.Next(Splinters.Length)]), random.Next(1, 5))),
        6 => ("other encoding", TextEncodings.Find(((string[])["utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh", "shift_jis"])[random.Next(6)])!.GetBytes(_text)),
        7 => ("other line ends", Encoded(_text.ReplaceLineEndings(((string[])["\n", "\r\n", "\r", "\n\n"])[random.Next(4)]))),
        8 => ("lines shuffled", Encoded(Lines(lines => Shuffle(lines, random)))),
        9 => ("lines dropped or doubled", Encoded(Lines(lines => DropOrDouble(lines, random)))),
        10 => ("other delimiter", Encoded(_text.Replace(detected.Delimiter, ((string[])[",", ";", "\t", "|", "||"])[random.Next(5)], StringComparison.Ordinal))),
        _ => ("a quote that stays open", Bytes(bytes => bytes.Insert(random.Next(bytes.Count), (byte)'"'), random.Next(1, 3))),
    };

    private byte[] Encoded(string text) => TextEncodings.Find(detected.Encoding)!.GetBytes(text);

    private byte[] Bytes(Action<List<byte>> damage, int times)
    {
        var bytes = original.ToList();
        for (var i = 0; i < times; i++)
        {
            damage(bytes);
            bytes.AddRange(bytes.Count == 0 ? "a"u8 : []);
        }

        return [.. bytes];
    }

    private static void Remove(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 60)));
    }

    private static void Double(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 120))));
    }

    private string Lines(Action<List<string>> damage)
    {
        var lines = _text.Split('\n').ToList();
        damage(lines);
        return string.Join('\n', lines);
    }

    private static void Shuffle(List<string> lines, Random random)
    {
        for (var i = random.Next(1, 30); i > 0; i--)
        {
            var (a, b) = (random.Next(lines.Count), random.Next(lines.Count));
            (lines[a], lines[b]) = (lines[b], lines[a]);
        }
    }

    private static void DropOrDouble(List<string> lines, Random random)
    {
        for (var i = random.Next(1, 10); i > 0 && lines.Count > 1; i--)
        {
            var at = random.Next(lines.Count);
            if (random.Next(2) == 0)
            {
                lines.RemoveAt(at);
            }
            else
            {
                lines.Insert(random.Next(lines.Count), lines[at]);
            }
        }
    }
}
