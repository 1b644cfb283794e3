namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What the headings between the records say of those below them: a category or the place where they are kept.</summary>
internal sealed class Sections
{
    private readonly RecordWords _words;
    private readonly bool _hasCategories;

    internal Sections(ReadPlan plan, RecordWords words)
    {
        _words = words;
        _hasCategories = plan.ColumnOf(ItemField.Category) is not null;
        if (plan.Rows.FirstHeading is { } first)
        {
            Begin(first);
        }
    }

    /// <summary>The last heading as it stands in the file.</summary>
    internal string? Found { get; private set; }

    /// <summary>The category below the last heading that is one.</summary>
    internal string? Category { get; private set; }

    /// <summary>The place below the last heading that is one.</summary>
    internal string? Area { get; private set; }

    /// <summary>Goes on below a heading.</summary>
    /// <returns>What became of it.</returns>
    internal string Begin(string text)
    {
        var place = SectionTexts.PlaceOf(text);
        if (text.Length <= ReadLimits.MaxTextLength)
        {
            Found = text.TrimEnd(':', ' ');
            (Category, Area) = place is null ? (_words.Heading(Found), Area) : (Category, place);
        }

        return place is not null ? "This line is a heading; it became the storage area of the items below it."
            : _hasCategories ? "This line is a heading; it became the category of the items below it that have none."
            : "This line is a heading; it became the category of the items below it.";
    }
}
