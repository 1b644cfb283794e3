namespace KitchenGuard.Web.Features.Imports.Workbooks;

internal static class TemporaryFile
{
    /// <summary>An empty file that vanishes when it is closed.</summary>
    internal static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"kg-{Guid.CreateVersion7():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}

/// <summary>A workbook that cannot be read, with the sentence that says why and what to do.</summary>
internal sealed class WorkbookException(string code, string message) : Exception(message)
{
    internal Reading.FileRefusal Refusal => new(code, Message);
}
