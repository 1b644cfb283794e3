namespace KitchenGuard.Web;

/// <summary>The one source of texts: <c>IStringLocalizer&lt;Texts&gt;</c> with the English sentence as key.</summary>
public sealed class Texts;
