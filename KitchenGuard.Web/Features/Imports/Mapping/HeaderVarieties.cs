using System.Text.RegularExpressions;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Finds columns that say the same of several sizes, days, years or counts, so that none of them, or only the last, is the item's.
/// </summary>
/// <param name="titles">The headers as found.</param>
/// <param name="evidence">What the columns hold.</param>
internal sealed partial class HeaderVarieties(IReadOnlyList<string> titles, IReadOnlyList<ColumnEvidence> evidence)
{
    /// <summary>
    /// "price_s" beside "price_m", "Preis klein" beside "Preis groß", "price 2023" beside "price 2024": of a pizza in several sizes or a
    /// price of several years, none is the item's.
    /// </summary>
    internal bool IsOne(int column)
    {
        if (Recounts(column) is { Count: > 0 } counts)
        {
            return LastOf(counts) != column;
        }

        var (key, stem) = Stem(titles[column]);
        return stem.Length is > 0 and var length && length < key.Length
            && titles.Select(Stem).Count(other => other.Stem == stem && other.Key.Length > length) > 1;
    }

    /// <summary>
    /// Why a count or level is not the item's: "Count 1" beside "Count 2", "Par Mon" beside "Par Tue", "Stock 31.01." beside "Stock
    /// 28.02."; null when it may be.
    /// </summary>
    internal string? WhyNotCounted(int column)
    {
        var same = Recounts(column);
        return same.Count == 0 ? null : LastOf(same) switch
        {
            null => $"The column '{titles[column]}' is one of {same.Count} that could be the {FieldOf(column)}, so none of them was taken. Say which one it is.",
            var last when last != column => $"The column '{titles[column]}' is older than '{titles[last.Value]}', which was taken as the {FieldOf(column)}, so it is not imported.",
            _ => null,
        };
    }

    /// <summary>What the last of several counts says without its date; null: it is none.</summary>
    internal string? Undated(int column) => Recounts(column).Count > 0 ? Timeless(titles[column]).Stem : null;

    /// <summary>Whether a header names a day, a month, a date or a part of the day.</summary>
    internal static bool IsTime(string key) =>
        Array.Exists(key.Split(' '), word => Times.Contains(word.TrimEnd("0123456789".ToCharArray())) && word.Length > 0)
            || DateIn().IsMatch(key);

    private string FieldOf(int column) => FieldWords.Of(HeaderAliases.Meanings(Timeless(titles[column]).Stem)[0].Field!);

    /// <summary>
    /// The columns that say the same count or level of several times, this one among them; empty when it is the only one.
    /// </summary>
    private List<int> Recounts(int column)
    {
        var (key, stem) = Timeless(titles[column]);
        if (stem.Length == 0 || stem == key || evidence[column].Filled == 0
            || HeaderAliases.Meanings(stem) is not [{ Field: ItemField.Quantity or ItemField.ParLevel or ItemField.ParCases
                or ItemField.ReorderPoint }, ..])
        {
            return [];
        }

        var same = Enumerable.Range(0, titles.Count)
            .Where(i => evidence[i].Filled > 0 && Timeless(titles[i]) is var other && other.Stem == stem && other.Key != stem).ToList();
        return same.DistinctBy(i => Timeless(titles[i]).Key).Count() > 1 ? same : [];
    }

    /// <summary>Whether nothing but dates stands over the numbers, so that these are the counts of those days.</summary>
    private bool CountsAreDated =>
        _countsAreDated ??= !titles
            .Any(title => HeaderAliases.Meanings(HeaderText.Normalize(title))
                .Any(meaning => meaning is { Field: ItemField.Quantity, Strength: >= 0.6m }))
        && Enumerable.Range(0, titles.Count)
            .All(i => evidence[i].Filled == 0 || DateIn().Match(titles[i]) is not { Success: true } date
                || date.Length < titles[i].Trim().Length
            || (evidence[i].Share(evidence[i].Numbers) >= 0.9m && evidence[i].WithCurrency == 0
                && !ColumnContradictions.LookLikeMoney(evidence[i])));

    private bool? _countsAreDated;

    /// <summary>
    /// The column of the latest date; null when the titles do not all have one, or its order could change which is the last.
    /// </summary>
    private int? LastOf(List<int> columns)
    {
        if (columns.FindAll(i => HeaderText.HasAnyWord(Timeless(titles[i]).Key, Late)) is [var late]
            && columns.TrueForAll(i => i == late || HeaderText.HasAnyWord(Timeless(titles[i]).Key, Soon)))
        {
            return late;
        }

        int? last = null;
        foreach (var order in (string[])["dmy", "mdy"])
        {
            var dates = columns.ConvertAll(i => (Column: i, Date: DateText.Read(DateIn().Match(titles[i]).Value, order)));
            if (!dates.TrueForAll(date => date.Date.State == DateState.Read))
            {
                continue;
            }

            var latest = dates.MaxBy(date => date.Date.Date).Column;
            if (last is not null && last != latest)
            {
                return null;
            }

            last = latest;
        }

        return last;
    }

    private static readonly string[] Soon = ["am", "morning", "matin", "morgens", "fruh", "manana", "mattina", "manha", "ochtend"];

    private static readonly string[] Late = ["pm", "evening", "night", "soir", "abends", "spat", "noche", "sera", "noite", "avond"];

    private (string Key, string Stem) Timeless(string title)
    {
        if (DateIn().Match(title) is { Success: true } date && date.Length == title.Trim().Length && CountsAreDated)
        {
            return (HeaderText.Normalize(title), "stock");
        }

        var words = HeaderText.Normalize(DateIn().Replace(title, " 0 ")).Split(' ');
        return (HeaderText.Normalize(title),
            string.Join(' ', words.Select(word => word.TrimEnd("0123456789".ToCharArray()))
                .Where(word => word.Length > 0 && !Times.Contains(word))));
    }

    private static (string Key, string Stem) Stem(string title)
    {
        // "Preis 0,3" is of a size as well.
        var key = HeaderText.Normalize(Decimals().Replace(title, " s "));
        return (key, string.Join(' ', key.Split(' ')
            .Where(word => !PackFit.IsSize(word) && word is not (['1' or '2', '9' or '0', >= '0' and <= '9', >= '0' and <= '9']))));
    }

    /// <summary>Days of the week and months.</summary>
    private static readonly HashSet<string> Times =
    [
        .. Soon, .. Late, .. WordLists.Words("""
            mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday weekday weekdays weekend
            weekends week wk day montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so wochentag
            wochenende tag lunes martes miercoles jueves viernes sabado domingo lun mar mie jue vie sab dom lundi mardi mercredi jeudi
            vendredi samedi dimanche mer jeu ven sam dim lunedi martedi mercoledi giovedi venerdi sabato domenica gio segunda terca quarta
            quinta sexta seg ter qua qui sex maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo jan january feb
            february march apr april may jun june jul july aug august sep sept september oct october nov november dec december januar
            februar marz mai juni juli okt oktober dez dezember ene enero febrero marzo abr abril mayo junio julio ago agosto septiembre
            octubre noviembre dic diciembre janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre gen gennaio
            febbraio aprile mag maggio giu giugno lug luglio settembre ottobre novembre dicembre janeiro fevereiro marco maio junho julho
            setembro outubro novembro dezembro 月 火 水 木 金 土 日
            """),
    ];

    [GeneratedRegex("(?<![0-9])[0-9]{1,4}[./ -][0-9]{1,2}[./ -][0-9]{2,4}(?![0-9])")]
    private static partial Regex DateIn();

    [GeneratedRegex("(?<![0-9])[0-9]{1,2}[.,][0-9]{1,3}(?![0-9])")]
    private static partial Regex Decimals();
}
