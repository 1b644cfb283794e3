using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What the text of a pack says for certain: "12/750ml", "4x5 lb", "Caja 12 uds", "6er Träger", "500g×20".</summary>
/// <param name="Count">How many units are in one case.</param>
/// <param name="Amount">How much one unit holds; 0 when the text does not say.</param>
/// <param name="Measure">In which weight or volume; null when the text does not say.</param>
internal readonly record struct PackText(decimal Count, decimal Amount, Unit? Measure)
{
    private const int Longest = 60;
    private const decimal MostUnits = 10_000;

    /// <summary>Words beside the numbers that do not change what they say.</summary>
    private static readonly HashSet<string> Containers = new(
        ("case cases cs carton cartons ctn karton kartons kiste kisten kasten caja cajas caisse caisses cartone cartoni cassa casse caixa caixas cx doos colis collo colli " +
         "pack packs pk pkt packung pckg paquete paquet pacco confezione conf pacote pak träger traeger tray trays fardo fardeau bandeja box boxes bx ケース 箱 パック 入 入り keg fass fût fut barril " +
         "of de di à a da per x von zu mit con").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that make a lone number a count: "caja 12", not "size 12".</summary>
    private static readonly HashSet<string> Counting = new(
        ("case cases cs carton ctn karton kiste kasten caja caisse cartone cassa caixa cx doos colis collo pack packs pk pkt paquete pacote pak träger traeger tray er ケース 箱 入 入り 本入 本入り 個入 個入り 枚入 枚入り 袋入 袋入り 缶入").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <returns>False when the text says nothing about a case, or nothing that is certain.</returns>
    internal static bool TryRead(string text, NumberFormat format, out PackText pack)
    {
        pack = default;
        if (text.Length > Longest)
        {
            return false;
        }

        var tokens = new PackTokens(text, format);
        return tokens.IsUnderstood && Of(tokens, out pack) && pack.Count is >= 1 and <= MostUnits && decimal.IsInteger(pack.Count);
    }

    /// <summary>Whether a text may say how many are in a case, but not for certain: "6/#10", "24", "lot de 6". "5 kg bag" is one.</summary>
    internal static bool IsUnclear(string text, NumberFormat format) => CellText.HasDigit(text) && !TryRead(text, format, out _)
        && NumberText.Read(text, format) is not ({ Unit.Kind: UnitKind.Weight or UnitKind.Volume } or { State: NumberState.Read, Value: 1 })
        && new PackTokens(text, format) is not { IsUnderstood: true, Numbers: [{ Unit.Kind: UnitKind.Weight or UnitKind.Volume }] };

    /// <summary>The case in units of the item: an item counted by weight or volume holds so much of it in a case.</summary>
    /// <returns>Null when the item is counted in something else.</returns>
    internal decimal? CountIn(string? unitCode)
    {
        var counted = unitCode is null ? Unit.Each : Unit.FromCode(unitCode);
        if (counted.Kind is UnitKind.Weight or UnitKind.Volume)
        {
            return Measure is not null && Measure.TryConvert(Count * Amount, counted, out var whole) && decimal.Round(whole, 6) == whole ? whole : null;
        }

        return counted.Code is "dozen" or "box" or "crate" ? null : Count;
    }

    private static bool Of(PackTokens tokens, out PackText pack)
    {
        pack = default;
        if (!tokens.Words.TrueForAll(word => Containers.Contains(word) || Counting.Contains(word)))
        {
            return false;
        }

        var numbers = tokens.Numbers;
        var measured = numbers.FindIndex(number => number.Unit is { Kind: UnitKind.Weight or UnitKind.Volume });
        if (numbers.Count == 1)
        {
            // "Caja 12 uds", "24 ct", "6er Träger": one number that counts. "10 kg bag" is one unit of its own.
            var only = numbers[0];
            var counts = tokens.Words.Exists(Counting.Contains);
            pack = new PackText(only.Value, 0, null);
            return measured < 0 && (only.Unit is null || only.Unit.Kind == UnitKind.Count) && only.Unit?.Code is not "dozen"
                && (counts || only.Unit?.Code is "case" or "box" or "pack" or "each") && only.Value > 1;
        }

        if (numbers.Count > 3 || tokens.Joints.Count != numbers.Count - 1)
        {
            return false;
        }

        if (measured < 0)
        {
            // "12/3 CT": twelve units of three pieces each.
            pack = new PackText(numbers[0].Value, 0, null);
            return numbers is [{ Unit: null, Value: > 1 }, { Unit: { Code: "each" } }] && tokens.Joints[0] is '/' or 'x';
        }

        // The measured amount stands last ("12x750 ml") or, in Japan, first ("500g×20").
        var first = measured == 0;
        if (!first && measured != numbers.Count - 1)
        {
            return false;
        }

        decimal count = 1;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (i == measured)
            {
                continue;
            }

            if (numbers[i].Unit is not null and not { Kind: UnitKind.Count } || numbers[i].Value <= 0)
            {
                return false;
            }

            count *= numbers[i].Value;
        }

        // "1/2 gal" may be half a gallon, "500g/3" is no pack.
        var slashed = tokens.Joints.Contains('/');
        if (slashed && (first || (numbers[0].Value == 1 && numbers[^1].Value is > 1 and <= 16)))
        {
            return false;
        }

        pack = new PackText(count, numbers[measured].Value, numbers[measured].Unit);
        return numbers[measured].Value > 0;
    }
}

/// <summary>Numbers with their units, what joins them, and the other words of a pack's text.</summary>
internal sealed class PackTokens
{
    internal PackTokens(ReadOnlySpan<char> text, NumberFormat format)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                IsUnderstood = TakeNumber(text, ref at, format);
            }
            else if (IsJoint(text, at, out var joint))
            {
                if (joint != ' ')
                {
                    Joints.Add(joint);
                }

                at++;
            }
            else if (char.IsLetter(c))
            {
                TakeWord(text, ref at);
            }
            else
            {
                IsUnderstood = char.IsWhiteSpace(c) || c is '(' or ')' or ',' or '–' or '-' or ':' or '.';
                at++;
            }

            if (!IsUnderstood)
            {
                return;
            }
        }

        IsUnderstood = Numbers.Count > 0;
    }

    internal List<(decimal Value, Unit? Unit)> Numbers { get; } = [];

    internal List<char> Joints { get; } = [];

    internal List<string> Words { get; } = [];

    internal bool IsUnderstood { get; private set; } = true;

    /// <summary>x, × and / between two numbers.</summary>
    private bool IsJoint(ReadOnlySpan<char> text, int at, out char joint)
    {
        joint = text[at] switch { '/' => '/', '×' or '*' or '✕' => 'x', 'x' or 'X' => 'x', _ => '\0' };
        var next = text[(at + 1)..].TrimStart();
        return joint != '\0' && Numbers.Count > 0 && !next.IsEmpty && char.IsAsciiDigit(next[0]);
    }

    private bool TakeNumber(ReadOnlySpan<char> text, ref int at, NumberFormat format)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        if (NumberText.Read(text[start..at], format) is not { State: NumberState.Read } number)
        {
            return false;
        }

        // The unit may have a blank before it and one inside: "12 fl oz".
        var rest = text[at..];
        var blank = rest.Length - rest.TrimStart().Length;
        var end = blank;
        while (end < rest.Length && (char.IsLetter(rest[end]) || rest[end] == '.'))
        {
            end++;
        }

        if (end > blank && blank <= 1)
        {
            var two = rest[end..].StartsWith(" oz", StringComparison.OrdinalIgnoreCase) ? end + 3 : end;
            foreach (var length in (ReadOnlySpan<int>)[two, end])
            {
                if (!IsTimes(rest[blank..length], rest[length..]) && Unit.TryParse(rest[blank..length], out var unit))
                {
                    at += length;
                    Numbers.Add((number.Value, unit));
                    return true;
                }
            }
        }

        Numbers.Add((number.Value, null));
        return true;
    }

    private static bool IsTimes(ReadOnlySpan<char> word, ReadOnlySpan<char> after) => word is "x" or "X" && after.TrimStart() is [>= '0' and <= '9', ..];

    private void TakeWord(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        Words.Add(text[start..at].ToString());
    }
}
