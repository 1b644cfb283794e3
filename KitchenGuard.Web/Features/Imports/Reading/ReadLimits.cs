namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The limits that the upload page states.</summary>
public static class ReadLimits
{
    public const long MaxBytes = 50L * 1024 * 1024;
    public const int MaxRecords = 500_000;
    public const int MaxColumns = 256;
    public const int MaxCellLength = 10_000;
    public const int MaxNameLength = 200;

    /// <summary>The longest text of a field other than name and notes.</summary>
    public const int MaxTextLength = 200;
}
