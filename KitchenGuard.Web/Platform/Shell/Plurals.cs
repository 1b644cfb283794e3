using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Platform.Shell;

/// <summary>Sentences that count something.</summary>
public static class Plurals
{
    /// <summary>The sentence for one or for any other count.</summary>
    /// <param name="texts">Where the sentences are.</param>
    /// <param name="count">How many; it is the sentence's <c>{0}</c>, written as a count.</param>
    /// <param name="one">For exactly one, such as "{0} row".</param>
    /// <param name="many">For any other count, such as "{0} rows".</param>
    /// <param name="more">The sentence's <c>{1}</c> and so on.</param>
    public static LocalizedString Plural(this IStringLocalizer texts, long count, string one, string many, params object[] more) =>
        texts[count == 1 ? one : many, [Amounts.Count(count), .. more]];
}
