namespace KitchenGuard.Web.Platform.Htmx;

/// <summary>A short confirmation at the edge of the page.</summary>
/// <param name="Text">A whole sentence, already in the user's language.</param>
/// <param name="UndoUrl">When set, the toast has an Undo button that posts to this address (with its query) and stays for 10 seconds.</param>
/// <param name="IsError">Errors stay until they are dismissed and are announced at once.</param>
public sealed record Toast(string Text, string? UndoUrl = null, bool IsError = false);
