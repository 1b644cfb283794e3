using System.Net;
using System.Text.RegularExpressions;

namespace KitchenGuard.Tests.Security;

/// <summary>A form of a page that posts, with the values that a browser would send.</summary>
internal sealed partial record Form(Uri Action, IReadOnlyDictionary<string, string> Fields, bool HasFiles)
{
    /// <summary>The antiforgery token's field.</summary>
    public const string Token = "__RequestVerificationToken";

    /// <summary>All forms of the page. Without a dialog that signs out: nothing can be tried after it.</summary>
    public static IEnumerable<Form> All(string html, Uri page)
    {
        foreach (Match form in FormTag().Matches(html))
        {
            var attributes = Attributes(form.Groups[1].Value);
            var action = attributes.GetValueOrDefault("action") is { Length: > 0 } named ? named : page.ToString();
            if (attributes.GetValueOrDefault("method")?.Equals("post", StringComparison.OrdinalIgnoreCase) != true || action.StartsWith("/logout", StringComparison.Ordinal))
            {
                continue;
            }

            var fields = new Dictionary<string, string>();
            foreach (Match field in FieldTag().Matches(form.Groups[2].Value))
            {
                var its = Attributes(field.Groups[2].Value);
                if (its.TryGetValue("name", out var name) && its.GetValueOrDefault("type") != "file")
                {
                    fields.TryAdd(name, its.GetValueOrDefault("value") ?? "");
                }
            }

            yield return new Form(new Uri(action, UriKind.Relative), fields, attributes.GetValueOrDefault("enctype") == "multipart/form-data");
        }
    }

    /// <summary>What is posted when one field holds something else; null leaves it out.</summary>
    public HttpContent With(string field, string? value)
    {
        var fields = Fields.Where(f => f.Key != field || value is not null).Select(f => KeyValuePair.Create(f.Key, f.Key == field ? value! : f.Value)).ToList();
        if (!HasFiles)
        {
            return new FormUrlEncodedContent(fields);
        }

        var parts = new MultipartFormDataContent();
        fields.ForEach(f => parts.Add(new StringContent(f.Value), f.Key));
        return parts;
    }

    private static Dictionary<string, string> Attributes(string text) =>
        Attribute().Matches(text).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));

    [GeneratedRegex("<form\\b([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<(input|select|textarea|button)\\b([^>]*)>")]
    private static partial Regex FieldTag();

    [GeneratedRegex("([a-zA-Z-]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
