using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Gives each column at most one field and each field at most one column: what is given first, then the strongest.</summary>
internal sealed class ColumnMapping(
    IReadOnlyList<string> headers, IReadOnlyList<ColumnEvidence> evidence, ImportOptions given, string department, string currency, Pivot? pivot = null)
{
    /// <summary>Below this a column stays unmapped, with a notice.</summary>
    internal const decimal Threshold = 0.45m;

    private readonly HeaderText[] _headers = [.. WithoutPrefix(headers).Select(HeaderText.Parse)];
    private readonly string?[] _fields = new string?[headers.Count];
    private readonly decimal[] _confidence = new decimal[headers.Count];
    private readonly bool[] _isGiven = new bool[headers.Count];
    private readonly List<FoundIssue> _notices = [];
    private readonly IReadOnlyList<FieldCandidate>[] _ranked = new IReadOnlyList<FieldCandidate>[headers.Count];

    internal IReadOnlyList<FoundIssue> Notices => _notices;

    internal IReadOnlyList<HeaderText> Headers => _headers;

    /// <summary>The pivot, unless a mapped column or a given one speaks against it.</summary>
    internal Pivot? Pivot { get; private set; } = pivot;

    /// <summary>What a column may mean, best first; known after <see cref="Assign"/>.</summary>
    internal IReadOnlyList<FieldCandidate> CandidatesOf(int column) => _ranked[column];

    internal (string?[] Fields, decimal[] Confidence) Assign(int headerLine)
    {
        var fits = new ColumnFit(_headers, evidence, department);
        var found = new ColumnCandidates(headers, _headers, evidence, fits, currency, Note);
        TakeGiven(fits, headerLine);
        TakePivot();
        var candidates = new List<Candidate>();
        for (var i = 0; i < _headers.Length; i++)
        {
            if (!_isGiven[i])
            {
                candidates.AddRange(found.Of(i, headerLine));
            }
        }

        foreach (var candidate in candidates.OrderByDescending(c => evidence[c.Column].Filled > 0).ThenByDescending(c => c.Strength).ThenByDescending(c => SaysName(c)).ThenBy(c => c.Column))
        {
            Take(candidate, headerLine);
        }

        if (!_fields.Contains(ItemField.Name))
        {
            FindName(candidates, headerLine);
        }

        TakeCodesOfNames(headerLine);
        DropSharedCodes(headerLine);
        SettlePivot(headerLine);
        RankCandidates(candidates);
        NoteUnmapped(candidates, headerLine);
        return (_fields, _confidence);
    }

    /// <summary>Exports of some programs write "HB.name, HB.quantity": what all headers begin with, up to a point or colon, says nothing.</summary>
    private static IEnumerable<string> WithoutPrefix(IReadOnlyList<string> headers)
    {
        var first = headers.FirstOrDefault(header => header.Length > 0) ?? "";
        var end = first.AsSpan().IndexOfAny('.', ':') + 1;
        var prefix = first[..end];
        return end > 1 && headers.Count > 1 && headers.All(header => header.Length == 0 || header.StartsWith(prefix, StringComparison.Ordinal))
            ? headers.Select(header => header.Length == 0 ? header : header[end..])
            : headers;
    }

    private void TakeGiven(ColumnFit fits, int headerLine)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            // Our own words beside rows to be mended say nothing about an item.
            _isGiven[i] = headers[i] == RejectedFile.ReasonHeader;
        }

        foreach (var choice in given.Mapping ?? [])
        {
            var column = choice.Column > 0 ? choice.Column - 1 : IndexOfHeader(choice.Header ?? "");
            if (column >= 0 && column < _fields.Length && choice is { Remembered: true, Field: { } field } && fits.Adjust(column, field) is null)
            {
                Note(IssueCode.ColumnDoesNotFit, headerLine, column,
                    $"The column '{headers[column]}' was the {FieldWords.Of(field)} in your last file with this header, but its values do not look like that here.");
            }
            else if (column >= 0 && column < _fields.Length)
            {
                _fields[column] = choice.Field;
                _confidence[column] = 1;
                _isGiven[column] = true;
            }
        }
    }

    /// <summary>Its columns are no fields of their own. What a person or script mapped goes before a pivot that was only found.</summary>
    private void TakePivot()
    {
        if (Pivot is not null && given.Pivot is null && Enumerable.Range(0, _fields.Length).Any(i => _isGiven[i] && PivotFinding.Excludes(Pivot, _fields[i])))
        {
            Pivot = null;
        }

        foreach (var column in Pivot?.Columns ?? [])
        {
            _fields[column.Column - 1] = null;
            _isGiven[column.Column - 1] = true;
        }
    }

    /// <summary>A total beside places is the quantity already; a code or price beside sizes says not whose it is.</summary>
    private void SettlePivot(int headerLine)
    {
        if (Pivot is null)
        {
            return;
        }

        var names = string.Join(", ", Pivot.Columns.Select(column => $"'{headers[column.Column - 1]}'"));
        if (Pivot.Kind == PivotKind.StorageArea && given.Pivot is null && _fields.Contains(ItemField.Quantity))
        {
            Pivot = null;
            _notices.Add(new FoundIssue(headerLine, null, null, null, IssueSeverity.Notice, IssueCode.PivotExcludes,
                $"The columns {names} look like places, but the quantity was taken from '{headers[Array.IndexOf(_fields, ItemField.Quantity)]}', so they are not added up."));
            return;
        }

        for (var i = 0; i < _fields.Length; i++)
        {
            if (PivotFinding.Excludes(Pivot, _fields[i]))
            {
                Note(IssueCode.PivotExcludes, headerLine, i, $"The column '{headers[i]}' is not imported as {FieldWords.Of(_fields[i]!)}, because it does not say which of {names} it is for.");
                _fields[i] = null;
            }
        }

        var field = string.Join(" or ", Pivot.Columns.Select(column => FieldWords.Of(column.Field)).Distinct());
        _notices.Add(new FoundIssue(headerLine, null, null, null, IssueSeverity.Notice, IssueCode.Pivot, Pivot.Kind == PivotKind.BottleSize
            ? $"The columns {names} are sizes: every filled cell is an item of that size, with the cell as its {field}."
            : $"The columns {names} are places: an item's quantity is the sum of them."));
    }

    private int IndexOfHeader(string header)
    {
        var key = HeaderText.Normalize(header);
        for (var i = 0; i < headers.Count; i++)
        {
            if (HeaderText.Normalize(headers[i]) == key)
            {
                return i;
            }
        }

        return -1;
    }

    private bool SaysName(Candidate candidate) =>
        candidate.Field == ItemField.Name && _headers[candidate.Column].Key is { } key
        && (key.Contains("name", StringComparison.Ordinal) || key.Contains("nom", StringComparison.Ordinal) || key.EndsWith('名'));

    private void Take(Candidate candidate, int headerLine)
    {
        if (candidate.Strength < Threshold || _isGiven[candidate.Column] || _fields[candidate.Column] is not null || _fields.Contains(candidate.Field))
        {
            return;
        }

        _fields[candidate.Column] = candidate.Field;
        _confidence[candidate.Column] = candidate.Strength;
        if (candidate.IsBarePrice)
        {
            var meaning = candidate.Field == ItemField.SalePrice ? "what your customers pay" : "what you pay for one unit";
            Note(IssueCode.BarePrice, headerLine, candidate.Column, $"The column '{headers[candidate.Column]}' was taken as {meaning}. Change it if it is not.");
        }
    }

    /// <summary>Without a column called name, a brand or description that differs from row to row is what the items are called.</summary>
    private void FindName(List<Candidate> candidates, int headerLine)
    {
        var best = candidates.Where(c => c.Field == ItemField.Name).OrderByDescending(c => c.Strength).FirstOrDefault();
        var column = best?.Column ?? -1;
        for (var i = 0; i < _headers.Length && column < 0; i++)
        {
            var key = _headers[i].Key;
            var speaking = key is "description" or "descripcion" or "beschreibung" or "descrizione" or "descricao" or "brand" or "marca" or "marque" or "marke" or "説明";
            if (!_isGiven[i] && speaking && evidence[i].Distinct * 2 >= evidence[i].Filled && evidence[i].Share(evidence[i].Numbers) < 0.5m)
            {
                column = i;
            }
        }

        // Under an unknown title, the one column of text is the name only in what is clearly a stock list.
        if (column < 0 && (headerLine == 0 || _fields.Count(field => field is not null) >= 2))
        {
            column = OnlyText();
        }

        if (column >= 0 && !_isGiven[column])
        {
            _fields[column] = ItemField.Name;
            _confidence[column] = 0.6m;
        }
    }

    /// <summary>Beside "Item Name", a column "Item" of codes is the item's code.</summary>
    private void TakeCodesOfNames(int headerLine)
    {
        for (var i = 0; i < _headers.Length; i++)
        {
            var cells = evidence[i];
            var running = cells.Sequential + 1 >= cells.Filled && cells.Largest < 10_000;
            if (_fields[i] is null && cells.Filled > 1 && !running && cells.DistinctIsKnown && cells.Distinct * 10 >= cells.Filled * 9
                && HeaderAliases.Meanings(_headers[i].Key).Any(meaning => meaning.Field == ItemField.Name) && cells.Values.All(IsCode))
            {
                Take(new Candidate(i, ItemField.Sku, 0.6m), headerLine);
            }
        }
    }

    private static bool IsCode(string value) => value.Length is >= 3 and <= 20 && value.AsSpan().ContainsAnyInRange('0', '9') && !value.Contains(' ', StringComparison.Ordinal);

    /// <summary>Keeps per column what it may mean, best first.</summary>
    private void RankCandidates(List<Candidate> candidates)
    {
        for (var i = 0; i < _ranked.Length; i++)
        {
            var found = candidates.Where(c => c.Column == i && c.Strength >= Threshold).Select(c => new FieldCandidate(c.Field, decimal.Round(c.Strength, 2))).ToList();
            if (_fields[i] is { } own)
            {
                found.Insert(0, new FieldCandidate(own, decimal.Round(_confidence[i], 2)));
            }

            _ranked[i] = [.. found.DistinctBy(candidate => candidate.Field).OrderByDescending(candidate => candidate.Field == _fields[i]).ThenByDescending(candidate => candidate.Confidence)];
        }
    }

    /// <summary>A code that several differently named items share would make one item of them.</summary>
    private void DropSharedCodes(int headerLine)
    {
        var name = Array.IndexOf(_fields, ItemField.Name);
        foreach (var field in new[] { ItemField.Sku, ItemField.Barcode })
        {
            var code = Array.IndexOf(_fields, field);
            if (name < 0 || code < 0 || _isGiven[code] || !evidence[code].DistinctIsKnown || !evidence[name].DistinctIsKnown || evidence[name].Filled == 0)
            {
                continue;
            }

            var namesPerRow = (decimal)evidence[name].Distinct / evidence[name].Filled;
            // Shortened codes are lost anyway.
            if (evidence[code].Distinct < 0.9m * namesPerRow * (evidence[code].Filled - evidence[code].Shortened))
            {
                _fields[code] = null;
                Note(IssueCode.ColumnDoesNotFit, headerLine, code,
                    $"The column '{headers[code]}' is not imported as {FieldWords.Of(field)} because different items share its values.");
            }
        }
    }

    /// <summary>The one column of text that differs from row to row; -1 when there are several or none.</summary>
    private int OnlyText()
    {
        var texts = Enumerable.Range(0, _headers.Length).Where(i => !_isGiven[i] && _fields[i] is null && evidence[i] is var cells && cells.Filled > 0
            && cells.Share(cells.Numbers + cells.Volumes + cells.Weights + cells.Dates + cells.UnitNames) < 0.3m).ToList();
        return texts.Count == 1 && evidence[texts[0]].Distinct * 10 >= Math.Min(evidence[texts[0]].Filled, 4096) * 8 ? texts[0] : -1;
    }

    private void NoteUnmapped(List<Candidate> candidates, int headerLine)
    {
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < _headers.Length; i++)
        {
            if (headers[i].Length > 0 && !seen.TryAdd(headers[i].ToLowerInvariant(), i))
            {
                Note(IssueCode.DuplicateHeader, headerLine, i,
                    $"Columns {seen[headers[i].ToLowerInvariant()] + 1} and {i + 1} are both called '{headers[i]}'; only the first is imported.");
                continue;
            }

            if (_fields[i] is not null || _isGiven[i] || evidence[i].Filled == 0)
            {
                continue;
            }

            var rival = candidates.Where(c => c.Column == i && _fields.Contains(c.Field)).OrderByDescending(c => c.Strength).FirstOrDefault();
            if (rival is not null)
            {
                var winner = Array.IndexOf(_fields, rival.Field);
                Note(IssueCode.ColumnUnsure, headerLine, i,
                    $"The column '{headers[i]}' could also be the {FieldWords.Of(rival.Field)}, which was taken from '{headers[winner]}'.");
            }
            else if (!_notices.Exists(notice => notice.Column == i + 1))
            {
                var title = headers[i].Length == 0 ? $"Column {i + 1} has no header and" : $"The column '{headers[i]}'";
                Note(IssueCode.ColumnNotImported, headerLine, i, $"{title} is not imported.");
            }
        }
    }

    private void Note(string code, int line, int column, string message) =>
        _notices.Add(new FoundIssue(line, column + 1, null, headers[column].Length > 80 ? headers[column][..80] : headers[column], IssueSeverity.Notice, code, message));
}
