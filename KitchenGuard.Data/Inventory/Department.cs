namespace KitchenGuard.Data.Inventory;

/// <summary>One of the two lists of a restaurant. Stored and spoken of as <c>kitchen</c> and <c>bar</c>.</summary>
public enum Department
{
    Kitchen,
    Bar,
}

/// <summary>The words for <see cref="Department"/> in the database, URLs and the API.</summary>
public static class DepartmentNames
{
    /// <summary><c>kitchen</c> or <c>bar</c>.</summary>
    public static string Word(this Department department) => department == Department.Kitchen ? "kitchen" : "bar";

    /// <summary>Reads <c>kitchen</c> or <c>bar</c>, in any case.</summary>
    public static bool TryParse(string? word, out Department department)
    {
        department = string.Equals(word, "bar", StringComparison.OrdinalIgnoreCase) ? Department.Bar : Department.Kitchen;
        return department == Department.Bar || string.Equals(word, "kitchen", StringComparison.OrdinalIgnoreCase);
    }
}
