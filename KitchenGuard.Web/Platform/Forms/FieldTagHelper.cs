using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Platform.Forms;

/// <summary>
/// <c>&lt;field asp-for="Input.Email" label="@T["E-mail"]" /&gt;</c>: label, input, hint and the message of what is wrong, tied together
/// for screen readers. What kind of input it is follows from the property's type; <c>type</c>, <c>rows</c> and <c>options</c> override it.
/// Every other attribute (autocomplete, placeholder, autofocus, hx-…) goes to the input.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator, IStringLocalizer<Texts> texts) : TagHelper
{
    private static readonly object FocusTaken = new();

    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>What the field is called, in the user's language.</summary>
    public string Label { get; set; } = "";

    /// <summary>One sentence under the field.</summary>
    public string? Hint { get; set; }

    /// <summary>The input's type where the property's type does not tell (email, password, tel, search).</summary>
    public string? Type { get; set; }

    /// <summary>The choices: makes it a select.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>More than one line: makes it a textarea.</summary>
    public int Rows { get; set; }

    /// <summary>Shown behind the input: a unit or a currency.</summary>
    public string? Suffix { get; set; }

    /// <summary>Marks a field that may be left empty with the word "optional"; by default whatever is not required.</summary>
    public bool? Optional { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = output.Attributes.TryGetAttribute("id", out var own) ? TextOf(own.Value) : TagBuilder.CreateSanitizedId(name, "_");
        var errors = View.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : null;
        var isBool = For.Metadata.UnderlyingOrModelType == typeof(bool) && Options is null;
        var input = CreateInput(isBool);

        foreach (var attribute in output.Attributes)
        {
            input.MergeAttribute(attribute.Name, attribute.Value is null ? "" : TextOf(attribute.Value), replaceExisting: true);
        }

        output.Attributes.Clear();
        DescribeInput(input, id, errors is { Count: > 0 });

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        if (isBool)
        {
            var label = new TagBuilder("label");
            label.AddCssClass("form-check");
            label.InnerHtml.AppendHtml(input);
            var text = new TagBuilder("span");
            text.AddCssClass("form-check-label");
            text.InnerHtml.Append(Label);
            label.InnerHtml.AppendHtml(text);
            output.Content.AppendHtml(label);
            output.Content.AppendHtml(HiddenFalse(name));
        }
        else
        {
            output.Content.AppendHtml(CreateLabel(id));
            output.Content.AppendHtml(Suffix is null ? input : Grouped(input));
        }

        output.Content.AppendHtml(content);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Note("form-hint", $"{id}-hint", Hint));
        }

        if (errors is { Count: > 0 })
        {
            output.Content.AppendHtml(Note("invalid-feedback", $"{id}-error", string.Join(" ", errors.Select(MessageOf))));
        }
    }

    private TagBuilder CreateInput(bool isBool)
    {
        if (Options is not null)
        {
            return generator.GenerateSelect(View, For.ModelExplorer, null, For.Name, Options, false, new { @class = "form-select" });
        }

        if (Rows > 0)
        {
            return generator.GenerateTextArea(View, For.ModelExplorer, For.Name, Rows, 0, new { @class = "form-control" });
        }

        if (isBool)
        {
            return generator.GenerateCheckBox(View, For.ModelExplorer, For.Name, For.Model as bool?, new { @class = "form-check-input" });
        }

        var model = For.Metadata.UnderlyingOrModelType;
        var type = Type ?? (model == typeof(DateOnly) ? "date" : For.Metadata.DataTypeName switch
        {
            "Password" => "password",
            "EmailAddress" => "email",
            "PhoneNumber" => "tel",
            "Url" => "url",
            _ => "text",
        });
        if (type == "password")
        {
            return generator.GeneratePassword(View, For.ModelExplorer, For.Name, null, new { @class = "form-control" });
        }

        var input = generator.GenerateTextBox(View, For.ModelExplorer, For.Name, DisplayOf(For.Model), null, new { @class = "form-control", type });
        if (model == typeof(decimal))
        {
            input.MergeAttribute("inputmode", "decimal");
            input.MergeAttribute("autocomplete", "off");
        }
        else if (model == typeof(int) || model == typeof(long))
        {
            input.MergeAttribute("inputmode", "numeric");
            input.MergeAttribute("autocomplete", "off");
        }

        return input;
    }

    private void DescribeInput(TagBuilder input, string id, bool isInvalid)
    {
        foreach (var key in input.Attributes.Keys.Where(k => k.StartsWith("data-val", StringComparison.Ordinal)).ToList())
        {
            input.Attributes.Remove(key);
        }

        if (For.Metadata.IsRequired && input.Attributes.GetValueOrDefault("type") != "checkbox")
        {
            input.MergeAttribute("required", "required");
        }

        string?[] notes = [Hint is null ? null : $"{id}-hint", isInvalid ? $"{id}-error" : null];
        if (notes.Any(n => n is not null))
        {
            input.MergeAttribute("aria-describedby", string.Join(' ', notes.Where(n => n is not null)));
        }

        if (isInvalid)
        {
            input.AddCssClass("is-invalid");
            input.MergeAttribute("aria-invalid", "true");
            if (View.HttpContext.Items.TryAdd(FocusTaken, true))
            {
                input.MergeAttribute("autofocus", "autofocus", replaceExisting: true);
            }
        }
    }

    private TagBuilder CreateLabel(string id)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.MergeAttribute("for", id);
        label.InnerHtml.Append(Label);
        if (Optional ?? !For.Metadata.IsRequired)
        {
            var optional = new TagBuilder("span");
            optional.AddCssClass("form-label-description");
            optional.InnerHtml.Append(texts["optional"]);
            label.InnerHtml.AppendHtml(optional);
        }

        return label;
    }

    private TagBuilder Grouped(TagBuilder input)
    {
        var group = new TagBuilder("div");
        group.AddCssClass("input-group");
        group.InnerHtml.AppendHtml(input);
        var suffix = new TagBuilder("span");
        suffix.AddCssClass("input-group-text");
        suffix.InnerHtml.Append(Suffix!);
        group.InnerHtml.AppendHtml(suffix);
        return group;
    }

    private static TagBuilder Note(string css, string id, string text)
    {
        var note = new TagBuilder("div");
        note.AddCssClass(css);
        note.MergeAttribute("id", id);
        note.InnerHtml.Append(text);
        return note;
    }

    private static TagBuilder HiddenFalse(string name)
    {
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        hidden.MergeAttribute("type", "hidden");
        hidden.MergeAttribute("name", name);
        hidden.MergeAttribute("value", "false");
        return hidden;
    }

    private static object? DisplayOf(object? value) => value switch
    {
        decimal number => number.ToString("0.############", CultureInfo.CurrentCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };

    private string MessageOf(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts["This value cannot be read."] : error.ErrorMessage;

    private static string TextOf(object value)
    {
        if (value is not IHtmlContent html)
        {
            return value.ToString() ?? "";
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, NullHtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
