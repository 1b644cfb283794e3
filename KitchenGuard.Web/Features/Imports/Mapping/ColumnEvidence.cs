using System.Buffers;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What the cells of one column have in common, counted over the whole file.</summary>
internal sealed partial class ColumnEvidence
{
    private const int MaxDistinct = 4096;
    private const int EarlyRecords = 200;
    private const decimal MaxSummed = 1_000_000_000_000_000m;

    private static readonly SearchValues<char> DigitsAndBlank = SearchValues.Create("0123456789 ");

    private readonly HashSet<string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _samples = [];

    internal int Filled { get; private set; }

    internal int Numbers { get; private set; }

    internal int WithCurrency { get; private set; }

    internal int Percents { get; private set; }

    /// <summary>Cells such as "750 ml" or "5 kg".</summary>
    internal int Volumes { get; private set; }

    internal int Weights { get; private set; }

    internal int PerUnit { get; private set; }

    /// <summary>Cells such as "2 cs + 3 btl".</summary>
    internal int Compounds { get; private set; }

    /// <summary>Codes that a spreadsheet program shortened to 7.24E+13.</summary>
    internal int Shortened { get; private set; }

    /// <summary>Cells that are nothing but the name of a built-in unit.</summary>
    internal int UnitNames { get; private set; }

    /// <summary>Short cells without any digit.</summary>
    internal int Words { get; private set; }

    internal int WholeNumbers { get; private set; }

    internal int DaySerials { get; private set; }

    /// <summary>Whole numbers such as 20260304.</summary>
    internal int CompactDates { get; private set; }

    internal int Points { get; private set; }

    internal int Commas { get; private set; }

    internal int AmbiguousMarks { get; private set; }

    internal int AmbiguousCommas { get; private set; }

    internal int BlankGroups { get; private set; }

    /// <summary>Cells that contradict blanks as thousands marks: "350 0", or 1200 beside "1 200".</summary>
    internal int AgainstBlankGroups { get; private set; }

    internal decimal Largest { get; private set; }

    internal int Sequential { get; private set; }

    /// <summary>The mean of the cells that could be read as numbers for certain; null when none could.</summary>
    internal decimal? Mean => _read == 0 ? null : _sum / _read;

    /// <summary>The numbers of the first records, by record.</summary>
    internal Dictionary<int, decimal> Early { get; } = [];

    /// <summary>The first records' texts with a number in them, by record.</summary>
    internal Dictionary<int, string> EarlyTexts { get; } = [];

    internal long Characters { get; private set; }

    internal int Distinct => _values.Count;

    internal bool DistinctIsKnown => _values.Count < MaxDistinct;

    internal IReadOnlyList<string> Samples => _samples;

    /// <summary>The different values, up to a limit: see <see cref="DistinctIsKnown"/>.</summary>
    internal IReadOnlyCollection<string> Values => _values;

    internal bool Has(string value) => _values.Contains(value);

    private decimal _last = decimal.MinValue;
    private decimal _sum;
    private int _read;
    private int _record;

    /// <param name="cell">As it stands in the file.</param>
    /// <param name="record">Which record of the table it stands in, from 0.</param>
    internal void Add(string cell, int record)
    {
        _record = record;
        if (NumberText.IsNothing(cell))
        {
            return;
        }

        Filled++;
        Characters += cell.Length;
        if (_values.Count < MaxDistinct && _values.Add(cell) && _samples.Count < 5)
        {
            _samples.Add(CellText.Cut(cell));
        }

        if (record < EarlyRecords && cell.Length > 4 && cell.AsSpan().ContainsAnyInRange('0', '9'))
        {
            EarlyTexts[record] = cell;
        }

        if (cell.Length > 48)
        {
            return;
        }

        var text = cell.AsSpan().Trim();
        if (!CellText.HasAnyDigit(text))
        {
            Words++;
            UnitNames += Unit.TryParse(text, out _) ? 1 : 0;
            return;
        }

        if (!AddNumber(text) && !AddDate(text))
        {
            AddOther(text);
        }
    }

    private void AddOther(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiDigit(text[0]))
        {
            return;
        }

        Shortened += CellText.IsShortened(text) ? 1 : 0;
        Compounds += CountText.TryRead(text, new NumberFormat('.', false), out _) ? 1 : 0;
    }

    private bool AddNumber(ReadOnlySpan<char> text)
    {
        var number = NumberText.Read(text, new NumberFormat('\0', BlankGroups: true));
        if (number.Shape.Proof is MarkProof.Point or MarkProof.Comma)
        {
            number = NumberText.Read(text, new NumberFormat(number.Shape.Proof == MarkProof.Point ? '.' : ',', BlankGroups: true)) with
            {
                Shape = number.Shape,
            };
        }

        if (number.State is NumberState.Blank or NumberState.Unreadable && !number.Shape.IsNumber)
        {
            AgainstBlankGroups += text.Contains(' ') && !text.ContainsAnyExcept(DigitsAndBlank) ? 1 : 0;
            return false;
        }

        if (number.IsPerUnit)
        {
            PerUnit++;
        }
        else if (number.Unit is { } unit)
        {
            Volumes += unit.Kind == UnitKind.Volume ? 1 : 0;
            Weights += unit.Kind == UnitKind.Weight ? 1 : 0;
            Numbers += unit.Kind == UnitKind.Count ? 1 : 0;
        }
        else
        {
            Numbers++;
        }

        // "36.-" is money without a sign.
        WithCurrency += number.Currency is null && !HasDashedCents(text) ? 0 : 1;
        Percents += number.IsPercent ? 1 : 0;
        AddShape(number);
        return true;
    }

    private static bool HasDashedCents(ReadOnlySpan<char> text) =>
        text.TrimEnd("-–—") is var front && front.Length < text.Length && front is [.., >= '0' and <= '9', '.' or ','];

    private void AddShape(NumberReading number)
    {
        switch (number.Shape.Proof)
        {
            case MarkProof.Point:
                Points++;
                break;
            case MarkProof.Comma:
                Commas++;
                break;
            case MarkProof.PointOrGroup:
                AmbiguousMarks++;
                break;
            case MarkProof.CommaOrGroup:
                AmbiguousMarks++;
                AmbiguousCommas++;
                break;
        }

        BlankGroups += number.Shape.Group == ' ' ? 1 : 0;
        if (number.State != NumberState.Read)
        {
            return;
        }

        Largest = Math.Max(Largest, Math.Abs(number.Value));
        _sum += Math.Min(Math.Abs(number.Value), MaxSummed);
        _read++;
        if (_record < EarlyRecords)
        {
            Early[_record] = number.Value;
        }

        if (number.Shape.Decimal < 0)
        {
            WholeNumbers++;
            DaySerials += DateText.IsDaySerial(number.Value) ? 1 : 0;
            CompactDates += number.Value is > 20000000 and < 21000000 ? 1 : 0;
            AgainstBlankGroups += number.Value >= 1000 && number.Shape.Group == '\0' ? 1 : 0;
            Sequential += number.Value == _last + 1 ? 1 : 0;
            _last = number.Value;
        }
    }

    /// <summary>
    /// Shares of one such as 0.05: nothing above one, and most with two decimals or more, which "0.5 percent" has not. One of many that is
    /// above one was
    /// entered by mistake: it says nothing about the others.
    /// </summary>
    internal bool LooksLikeFraction =>
        Percents == 0 && Distinct >= 3 && _samples.Count(sample => sample.Trim().Length >= 4) * 2 >= _samples.Count
        && (Largest is >= 0.03m and <= 1
            || (Largest is > 1 and <= 100 && Distinct >= 8 && _values.Count(IsShare) * 10 >= _values.Count * 8));

    private static bool IsShare(string sample) => sample.Trim() is ['0', '.' or ',', ..] or "0" or "1";

    /// <summary>The decimal mark that most cells prove; null when none does or as many prove the other.</summary>
    internal string? DecimalMark => Points > Commas ? "." : Commas > Points ? "," : null;

    /// <summary>A share of the filled cells, 0 to 1.</summary>
    internal decimal Share(int count) => Filled == 0 ? 0 : (decimal)count / Filled;
}
