using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>What the file itself cannot say, asked with a value of its own.</summary>
/// <param name="Header">The column's header; of two columns for one field, that field.</param>
/// <param name="Found">The value that can be read in two ways; null: the question is which column it is.</param>
/// <param name="Answers">Both readings, and what the form says for each.</param>
public sealed record ReadingQuestion(string Header, string? Found, IReadOnlyList<ReadingAnswer> Answers)
{
    /// <summary>The questions about a plan, at most one each for dates, numbers and prices: an answer holds for the whole file; and one for each field that two columns may be.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="notices">What was found about the file.</param>
    /// <param name="culture">How the answers are written.</param>
    public static IReadOnlyList<ReadingQuestion> About(ReadPlan plan, IReadOnlyList<FoundIssue> notices, CultureInfo culture)
    {
        var questions = new List<ReadingQuestion>();
        if (ColumnOf(IssueCode.DateOrderUnknown) is { } dates
            && dates.Samples.FirstOrDefault(cell => DateText.Read(cell, null).State == DateState.Ambiguous) is { } date)
        {
            questions.Add(new ReadingQuestion(dates.Header, date, [Day(date, "dmy"), Day(date, "mdy")]));
        }

        if (ColumnOf(IssueCode.DecimalMarkUnknown) is { } numbers
            && numbers.Samples.FirstOrDefault(cell => NumberText.Read(cell, default).State == NumberState.Ambiguous) is { } number)
        {
            questions.Add(new ReadingQuestion(numbers.Header, number, [Number(number, '.'), Number(number, ',')]));
        }

        if (ColumnOf(IssueCode.PriceScaleUnknown) is { } prices
            && prices.Samples.FirstOrDefault(cell => NumberText.Read(cell, default) is { State: NumberState.Read, Value: not 0 }) is { } price)
        {
            questions.Add(new ReadingQuestion(prices.Header, price, [Price(price, PriceScale.Whole, 1), Price(price, PriceScale.Hundredths, 100)]));
        }

        var given = (plan.Options.Mapping ?? []).Select(choice => choice.Column).ToHashSet();
        foreach (var rival in notices.Where(n => n.Code == IssueCode.ColumnUnsure && n.Column is { } at && at <= plan.Columns.Count).Select(n => plan.Columns[n.Column!.Value - 1]))
        {
            if (rival.Candidates.Select(candidate => plan.ColumnOf(candidate.Field)).FirstOrDefault(column => column is not null) is { Field: { } field } taken
                && !given.Contains(rival.Column) && !given.Contains(taken.Column) && questions.TrueForAll(question => question.Header != field))
            {
                questions.Add(new ReadingQuestion(field, null, [Column(taken, field), Column(rival, field)]));
            }
        }

        return questions;

        static ReadingAnswer Column(MappedColumn column, string field) => new(
            column.Samples.Count == 0 ? column.Header : $"{column.Header} ({string.Join(", ", column.Samples.Take(3).Select(sample => sample.Length > 20 ? sample[..20] : sample))})",
            $"mapping[{column.Column}]={field}");

        MappedColumn? ColumnOf(string code) => notices.FirstOrDefault(n => n.Code == code) is { Column: { } at } && at <= plan.Columns.Count ? plan.Columns[at - 1] : null;
        ReadingAnswer Price(string cell, PriceScale scale, int times) => new($"{(NumberText.Read(cell, default).Value / times).ToString("#,0.00", culture)} {plan.Currency}", $"prices={scale}");
        ReadingAnswer Day(string cell, string order) => new(DateText.Read(cell, order).Date.ToString("d MMMM yyyy", culture), $"dateOrder={order}");
        ReadingAnswer Number(string cell, char mark) => new(NumberText.Read(cell, new NumberFormat(mark, false)).Value.ToString("#,0.######", culture), $"decimalMark={mark}");
    }
}

/// <summary>One reading of a value.</summary>
/// <param name="Reading">As people write it.</param>
/// <param name="Answer">A field of the form and its value.</param>
public sealed record ReadingAnswer(string Reading, string Answer);
