using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>Dates, and in which order their parts stand.</content>
internal sealed partial class ColumnEvidence
{
    private int _dayFirst;
    private int _maybeDayFirst;
    private bool _noYearFirst;

    // "2027-01-05" says nothing of what "05.01.27" means.
    private bool _shortYearFirst;

    internal int Dates { get; private set; }

    internal int DayFirst => _dayFirst + (_noYearFirst ? _maybeDayFirst : 0);

    internal int MonthFirst { get; private set; }

    internal int YearFirst { get; private set; }

    internal int UnprovenDates { get; private set; }

    internal string? DateOrder =>
        DayFirst > MonthFirst ? "dmy"
            : MonthFirst > DayFirst ? "mdy"
            : DayFirst == 0 && YearFirst > 0 && (UnprovenDates == 0 || _shortYearFirst) ? "ymd"
            : null;

    private bool AddDate(ReadOnlySpan<char> text)
    {
        var date = DateText.Read(text, order: null);
        if (date.State is DateState.Blank or DateState.Unreadable)
        {
            return false;
        }

        Dates++;
        _dayFirst += date.Proof == "dmy" ? 1 : 0;
        MonthFirst += date.Proof == "mdy" ? 1 : 0;
        YearFirst += date.Proof == "ymd" ? 1 : 0;
        _maybeDayFirst += date.Proof == DateText.MaybeDayFirst ? 1 : 0;
        _noYearFirst |= text[0] is '0' or '1' || !char.IsAsciiDigit(text[1]);
        _shortYearFirst |= date.Proof == "ymd" && (text.Length < 4 || text[..4].ContainsAnyExceptInRange('0', '9'));
        UnprovenDates += date.State == DateState.Ambiguous ? 1 : 0;
        return true;
    }
}
