namespace KitchenGuard.Web;

/// <summary>
/// The one set of texts: every sentence a view shows goes through <c>IStringLocalizer&lt;Texts&gt;</c> with the English sentence as key.
/// Without a resource file the key itself is shown.
/// </summary>
public sealed class Texts;
