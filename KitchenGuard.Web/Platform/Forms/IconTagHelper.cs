using System.Collections.Frozen;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KitchenGuard.Web.Platform.Forms;

/// <summary>
/// <c>&lt;icon name="plus" /&gt;</c>: one of our own line icons, drawn into the page (24 × 24, current colour, hidden from screen readers:
/// the words beside it, or the button's aria-label, say what it means).
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly FrozenDictionary<string, string> Shapes = new Dictionary<string, string>
    {
        ["dashboard"] = "M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z",
        ["kitchen"] = "M7 20v-6.2A4 4 0 0 1 7.6 6a4.6 4.6 0 0 1 8.8 0 4 4 0 0 1 .6 7.8V20zM7 16.5h10",
        ["bar"] = "M5 4h14l-7 8zM12 12v8M8 20h8M7.5 7h9",
        ["imports"] = "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5M12 18v-6M9.5 14.5 12 12l2.5 2.5",
        ["plus"] = "M12 5v14M5 12h14",
        ["minus"] = "M5 12h14",
        ["check"] = "m5 12.5 4.5 4.5L19 7.5",
        ["close"] = "M6 6l12 12M18 6 6 18",
        ["search"] = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
        ["filter"] = "M4 5h16l-6 7.5V19l-4 1.5v-8z",
        ["receive"] = "M4 13v5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5M12 4v11M7.5 10.5 12 15l4.5-4.5",
        ["use"] = "M4 13v5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5M12 15V4M7.5 8.5 12 4l4.5 4.5",
        ["waste"] = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
        ["count"] = "M9 4h6v3H9zM9 5.5H6V20h12V5.5h-3M9 13l2 2 4-4",
        ["edit"] = "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
        ["archive"] = "M4 5h16v4H4zM6 9v10h12V9M10 13h4",
        ["undo"] = "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
        ["user"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
        ["signout"] = "M10 4H5v16h5M15 8l4 4-4 4M19 12H9",
        ["theme"] = "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
        ["low"] = "M12 4 2.8 20h18.4zM12 10v4.5M12 17.4v.1",
        ["info"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.1",
        ["upload"] = "M4 16v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M12 16V5M7.5 9.5 12 5l4.5 4.5",
        ["file"] = "M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5M9 13h6M9 17h6",
        ["chevron"] = "m9 6 6 6-6 6",
        ["more"] = "M12 6a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4zM12 12.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4zM12 19.4a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4z",
        ["up"] = "M12 19V5M6 11l6-6 6 6",
        ["down"] = "M12 5v14M6 13l6 6 6-6",
        ["clock"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
        ["shield"] = "M12 3 5 5.8V11c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V5.8zM8.8 11.8l2.3 2.3 4.2-4.4",
        ["key"] = "M8.5 19.5a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12 11l8-7M16 7.5l2.5 2.8M8.5 14.5v.1",
        ["chart"] = "M4 20h16M6.5 16v-4M11 16V6M15.5 16V9",
        ["history"] = "M4 5v4h4M4.6 9A8.5 8.5 0 1 1 3.6 13M12 8v4.5l3 2",
        ["supplier"] = "M3 6h11v10H3zM14 9h4l3 3.5V16h-7M7 19a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 7 19zM17 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
        ["settings"] = "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
    }.ToFrozenDictionary();

    /// <summary>Which icon; an unknown name is an error when the page is rendered.</summary>
    public string Name { get; set; } = "";

    /// <summary>More classes for the svg element.</summary>
    [HtmlAttributeName("class")]
    public string? CssClass { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", CssClass is null ? "icon" : $"icon {CssClass}");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<path d=\"{Shapes[Name]}\"/>");
    }
}
