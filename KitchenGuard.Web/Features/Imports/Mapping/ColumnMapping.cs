using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Gives each column at most one field and each field at most one column: what is given first, then the strongest.</summary>
internal sealed class ColumnMapping(
    IReadOnlyList<string> titles, IReadOnlyList<ColumnEvidence> evidence, ImportOptions given, string department, string currency,
        int headerLine, Pivot? pivot = null)
{
    /// <summary>Below this a column stays unmapped, with a notice.</summary>
    internal const decimal Threshold = 0.45m;

    private readonly HeaderText[] _headers = [.. HeaderPrefix.Without(titles).Select(HeaderText.Parse)];
    private readonly ColumnFields _columns = new(titles, headerLine);
    private readonly IReadOnlyList<FieldCandidate>[] _ranked = new IReadOnlyList<FieldCandidate>[titles.Count];

    internal IReadOnlyList<FoundIssue> Notices => _columns.Notices;

    internal IReadOnlyList<HeaderText> Headers => _headers;

    /// <summary>The pivot, unless a mapped column or a given one speaks against it.</summary>
    internal Pivot? Pivot { get; private set; } = pivot;

    /// <summary>The column of cases that are counted beside the quantity's pieces; -1: there is none.</summary>
    internal int CasesColumn { get; private set; } = -1;

    /// <summary>What a column may mean, best first; known after <see cref="Assign"/>.</summary>
    internal IReadOnlyList<FieldCandidate> CandidatesOf(int column) => _ranked[column];

    internal ColumnFields Assign()
    {
        var fits = new ColumnFit(_headers, evidence, department);
        var found = new ColumnCandidates(titles, _headers, evidence, fits, currency, _columns.Note);
        var settling = new PivotSettling(_columns, titles, given.Pivot is not null);
        var codes = new ItemCodes(_columns, titles, _headers, evidence);
        TakeGiven(fits);
        // Bars buy by the bottle's size, and pour from it.
        if ((department == "kitchen" || Pivot?.Columns.Any(column => IsPoured(column.Value)) == true)
            && Pivot is { Kind: PivotKind.BottleSize } sizes && given.PivotField is null && PriceLists.Shows(sizes, _headers, evidence))
        {
            Pivot = sizes with { Columns = [.. sizes.Columns.Select(column => column with { Field = ItemField.SalePrice })] };
        }

        Pivot = settling.Begin(Pivot);
        var whole = TakeWhole();
        var candidates = Enumerable.Range(0, titles.Count).Where(i => !_columns.IsGiven[i]).SelectMany(found.Of).ToList();
        foreach (var candidate in candidates.OrderByDescending(c => evidence[c.Column].Filled > 0).ThenByDescending(c => c.Strength)
            .ThenByDescending(c => SaysName(c) || SaysField(c))
            .ThenByDescending(c => c.Field == ItemField.Name ? evidence[c.Column].Filled : 0).ThenBy(c => c.Column))
        {
            Take(candidate);
        }

        if (!_columns.Has(ItemField.Name))
        {
            new NameFinding(_columns, _headers, evidence, headerLine, Pivot).Find(candidates);
        }

        if (headerLine == 0 && _columns.Has(ItemField.Name))
        {
            new BareColumns(_columns, evidence, department).Find().ToList().ForEach(Take);
        }

        if (codes.FindBesideName() is >= 0 and var code)
        {
            Take(new Candidate(code, ItemField.Sku, 0.6m));
        }

        if (codes.FindOwnIds() is >= 0 and var id)
        {
            Take(new Candidate(id, ItemField.Sku, 0.6m));
        }

        foreach (var dropped in codes.DropShared())
        {
            // What tells the items apart may stand beside.
            candidates.Where(c => c.Field == dropped.Field && c.Column != dropped.Column).OrderByDescending(c => c.Strength).Take(1)
                .ToList().ForEach(Take);
        }

        codes.DropShared();
        if (!whole)
        {
            JoinParts();
        }

        Pivot = settling.End(Pivot);
        RankCandidates(candidates);
        _columns.NoteUnmapped(candidates, evidence);
        return _columns;
    }

    /// <summary>Nobody buys wine by the glass or the decilitre.</summary>
    private static bool IsPoured(string size) =>
        size.EndsWith(" ml", StringComparison.Ordinal)
            && decimal.TryParse(size[..^3], System.Globalization.CultureInfo.InvariantCulture, out var ml)
            && (ml is > 0 and < 180 or 200 or 250 or 300 or 400);

    /// <summary>A count that holds the others is the quantity.</summary>
    private bool TakeWhole()
    {
        var total = (Pivot is null || (Pivot.Kind == PivotKind.StorageArea && given.Pivot is null)) && !_columns.Has(ItemField.Quantity)
            ? new CountSums(_headers, evidence).Find()
            : -1;
        if (total < 0 || !_columns.IsOpen(total))
        {
            return false;
        }

        _columns.Give(total, ItemField.Quantity, 0.95m);
        return true;
    }

    /// <summary>
    /// Where cases and loose bottles are counted beside a case's size, the stock is both; otherwise none of two parts is.
    /// </summary>
    private void JoinParts()
    {
        var quantity = _columns.ColumnOf(ItemField.Quantity);
        if (quantity < 0 || CountedInParts.OtherPart(quantity, _headers, evidence) is not (>= 0 and var part))
        {
            return;
        }

        var cases = CountedInParts.AreCases(_headers[part]) ? part : quantity;
        if (CountedInParts.AreCases(_headers[cases]) && _columns.Has(ItemField.CaseSize) && _columns.Fields[part] is null)
        {
            var pieces = cases == part ? quantity : part;
            var confidence = _columns.Confidence[quantity];
            _columns.Give(cases, null, 0);
            _columns.Give(pieces, ItemField.Quantity, confidence);
            CasesColumn = cases;
            _columns.Note(IssueCode.Multiples, cases,
                $"The cases in the column '{titles[cases]}' are counted too: they are added to '{titles[pieces]}', times the case size in '{titles[_columns.ColumnOf(ItemField.CaseSize)]}'.");
        }
        else if (!_columns.IsGiven[quantity])
        {
            _columns.Give(quantity, null, 0);
            _columns.Note(IssueCode.ColumnUnsure, quantity,
                $"The column '{titles[quantity]}' is only a part of what is in stock, beside '{titles[part]}', so it is not imported.");
        }
    }

    private void TakeGiven(ColumnFit fits)
    {
        for (var i = 0; i < titles.Count; i++)
        {
            // Our own words beside rows to be mended say nothing about an item.
            _columns.IsGiven[i] = titles[i] == RejectedFile.ReasonHeader;
        }

        foreach (var choice in given.Mapping ?? [])
        {
            var column = choice.Column > 0 ? choice.Column - 1 : IndexOfHeader(choice.Header ?? "");
            if (column < 0 || column >= titles.Count)
            {
                continue;
            }

            if (choice is { Remembered: true, Field: { } field and not ItemField.NamePart } && fits.Adjust(column, field) is null)
            {
                _columns.Note(IssueCode.ColumnDoesNotFit, column,
                    $"The column '{titles[column]}' was the {FieldWords.Of(field)} in your last file with this header, but its values do not look like that here.");
                continue;
            }

            _columns.Give(column, choice.Field, 1);
            _columns.IsGiven[column] = true;
        }
    }

    private int IndexOfHeader(string header)
    {
        var key = HeaderText.Normalize(header);
        for (var i = 0; i < titles.Count; i++)
        {
            if (HeaderText.Normalize(titles[i]) == key)
            {
                return i;
            }
        }

        return -1;
    }

    private bool SaysName(Candidate candidate) =>
        candidate.Field == ItemField.Name && _headers[candidate.Column].Key is { } key
        && (key.Contains("name", StringComparison.Ordinal) || key.Contains("nom", StringComparison.Ordinal) || key.EndsWith('名'));

    /// <summary>
    /// "Reorder point" before "minimum stock", which it may be reckoned from, "unit cost" before "base cost", and "category" before
    /// "family".
    /// </summary>
    private bool SaysField(Candidate candidate) =>
        (candidate.Field == ItemField.ReorderPoint && _headers[candidate.Column].Key is "reorder point" or "reorder level")
        || (candidate.Field == ItemField.Sku && _headers[candidate.Column].Key == "sku")
        || (candidate.Field == ItemField.Category
            && _headers[candidate.Column].Key is "category" or "categoria" or "categorie" or "kategorie" or "kategoria")
        || (candidate.Field == ItemField.UnitCost && _headers[candidate.Column].Key.EndsWith("unit cost", StringComparison.Ordinal));

    private void Take(Candidate candidate)
    {
        if (candidate.Strength < Threshold || !_columns.IsOpen(candidate.Column) || _columns.Has(candidate.Field)
            || (candidate.Field == ItemField.Name && IsBlankBesideOthers(candidate.Column)))
        {
            return;
        }

        _columns.Give(candidate.Column, candidate.Field, candidate.Strength);
        var key = _headers[candidate.Column].Key;
        if (candidate.IsBarePrice || (candidate.Field == ItemField.SalePrice && HeaderText.HasAnyWord(key, Listed)))
        {
            var meaning = candidate.Field switch { ItemField.SalePrice => "what your customers pay",
                ItemField.CaseCost => "what you pay for one case", _ => "what you pay for one unit" };
            var title = titles[candidate.Column].Length > 0 ? $"The column '{titles[candidate.Column]}'" : $"Column {candidate.Column + 1}";
            _columns.Note(IssueCode.BarePrice, candidate.Column, $"{title} was taken as {meaning}. Change it if it is not.");
        }

        if (candidate.Field is ItemField.UnitCost or ItemField.CaseCost
            && (HeaderWords.Says(key, Word.Gross) || HeaderText.HasAnyWord(key, "ttc", "ivata")
                || (HeaderWords.Says(key, Word.Tax) && HeaderWords.Says(key, Word.With))))
        {
            _columns.Note(IssueCode.TaxIncluded, candidate.Column,
                $"The column '{titles[candidate.Column]}' was taken as a cost, and its header says that tax is in it.");
        }
    }

    /// <summary>Items are not called what nobody has filled in.</summary>
    private bool IsBlankBesideOthers(int column) => evidence[column].Filled == 0 && evidence.Any(other => other.Filled > 0);

    /// <summary>A list price is the supplier's as often as the house's.</summary>
    private static readonly string[] Listed =
    [
        "list", "listino", "liste", "lista", "tabela", "catalogue", "catalog", "listenpreis", "katalogpreis", "catalogusprijs",
    ];

    /// <summary>Keeps per column what it may mean, best first.</summary>
    private void RankCandidates(List<Candidate> candidates)
    {
        for (var i = 0; i < _ranked.Length; i++)
        {
            var found = candidates.Where(c => c.Column == i && c.Strength >= Threshold)
                .Select(c => new FieldCandidate(c.Field, decimal.Round(c.Strength, 2))).ToList();
            if (_columns.Fields[i] is { } own)
            {
                found.Insert(0, new FieldCandidate(own, decimal.Round(_columns.Confidence[i], 2)));
            }

            _ranked[i] = [.. found.DistinctBy(candidate => candidate.Field)
                .OrderByDescending(candidate => candidate.Field == _columns.Fields[i]).ThenByDescending(candidate => candidate.Confidence)];
        }
    }
}
