using System.Text;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KitchenGuard.Tests.Architecture;

/// <summary>
/// What views may not say by themselves: texts, which go through the localizer, and anything the content security policy refuses. The texts are
/// read from the compiled views, where the Razor compiler has told markup from code.
/// </summary>
public sealed partial class ViewTests
{
    /// <summary>Attributes that people read or hear.</summary>
    private static readonly string[] Spoken = ["title", "aria-label", "aria-description", "placeholder", "alt", "label", "hint", "summary", "caption", "text"];

    [Fact]
    public void Every_text_goes_through_the_localizer()
    {
        var views = CompiledViews().ToList();
        Assert.True(views.Count > 10);
        Assert.Contains(views, v => v.Html.Any(html => html.Contains("<h1>", StringComparison.Ordinal)));
        Listed.None(views.SelectMany(v => v.Html.SelectMany(Texts).Concat(v.Attributes).Select(text => $"{v.Path}: {text}")));
    }

    [Fact]
    public void No_view_has_what_the_content_security_policy_refuses()
    {
        var found =
            from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "KitchenGuard.Web", "Features"), "*.cshtml", SearchOption.AllDirectories)
            from match in Refused().Matches(Comment().Replace(File.ReadAllText(file), ""))
            select $"{Path.GetFileName(file)}: {match.Value}";
        Listed.None(found);
    }

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<p STYLE = 'x'>")]
    [InlineData("<style>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script type=\"module\">")]
    [InlineData("<a onclick=\"x()\">")]
    [InlineData("<a hx-on:click=\"x()\">")]
    [InlineData("<a hx-on::after-request=\"x()\">")]
    [InlineData("<a hx-vals='js:{a: 1}'>")]
    [InlineData("<a hx-vals=\"javascript:x\">")]
    [InlineData("<a href=\"javascript:x()\">")]
    [InlineData("<a hx-trigger=\"click[ctrlKey]\">")]
    [InlineData("<a hx-ext=\"hx-csp\">")]
    [InlineData("<script src=\"https://elsewhere.example/x.js\"></script>")]
    public void Would_be_refused(string markup) => Assert.Matches(Refused(), markup);

    [Theory]
    [InlineData("<p>Salt</p>", "Salt")]
    [InlineData("<p>\u0001 Salt</p>", "\u0001 Salt")]
    [InlineData("<a title=\"Salt\">\u0001</a>", "title=\"Salt\"")]
    [InlineData("<img alt='Salz' src=\"x\">", "alt='Salz'")]
    public void Would_be_a_text(string markup, string text) => Assert.Equal([text], Texts(markup));

    [Theory]
    [InlineData("<p>\u0001</p><p>12 · 3.5 &nbsp; &times; –</p>")]
    [InlineData("<a title=\"\u0001\" class=\"btn\" data-title=\"x\" href=\"/a\">\u0001</a>")]
    [InlineData("<script src=\"~/js/site.js\" defer></script><!doctype html><!-- Salt -->")]
    public void Is_no_text(string markup) => Assert.Empty(Texts(markup));

    private static IEnumerable<string> Texts(string html)
    {
        html = HtmlComment().Replace(html, "");
        foreach (Match tag in Tag().Matches(html))
        {
            foreach (Match attribute in Attribute().Matches(tag.Value).Where(a => Spoken.Contains(a.Groups[1].Value.ToLowerInvariant()) && HasLetters(a.Groups[2].Value)))
            {
                yield return attribute.Value.Trim();
            }
        }

        foreach (var text in Tag().Split(html).Select(t => t.Trim()).Where(HasLetters))
        {
            yield return text;
        }
    }

    private static bool HasLetters(string text) => Entity().Replace(text, "").Any(char.IsLetter);

    private static IEnumerable<(string Path, List<string> Html, List<string> Attributes)> CompiledViews()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(Program).Assembly.Location);
        foreach (var item in assembly.CustomAttributes.Where(a => a.AttributeType.Name == "RazorCompiledItemAttribute"))
        {
            var type = ((TypeReference)item.ConstructorArguments[0].Value).Resolve();
            var methods = WithNested(type).SelectMany(t => t.Methods).Where(m => m.HasBody).ToList();
            yield return ((string)item.ConstructorArguments[2].Value, [.. methods.Select(Html).Where(h => h.Length > 0)], [.. methods.SelectMany(Attributes)]);
        }
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    /// <summary>A method's literal markup, a mark for whatever else it writes.</summary>
    private static string Html(MethodDefinition method)
    {
        var html = new StringBuilder();
        var isAttribute = false;
        foreach (var instruction in method.Body.Instructions.Where(i => i.Operand is MethodReference))
        {
            var name = ((MethodReference)instruction.Operand).Name;
            isAttribute = name == "BeginWriteTagHelperAttribute" || (isAttribute && name != "EndWriteTagHelperAttribute");
            if (isAttribute)
            {
                continue;
            }

            if (name == "WriteLiteral")
            {
                html.Append(instruction.Previous.Operand as string ?? "\u0001");
            }
            else if (name is "Write" or "RenderBody" or "BeginWriteAttribute" or "CreateTagHelper")
            {
                html.Append('\u0001');
            }
        }

        return html.ToString();
    }

    /// <summary>Literal values of attributes that tag helpers write, or that are written piece by piece.</summary>
    private static IEnumerable<string> Attributes(MethodDefinition method)
    {
        var (piecewise, bound) = ("", "");
        foreach (var instruction in method.Body.Instructions.Where(i => i.Operand is MethodReference))
        {
            var called = (MethodReference)instruction.Operand;
            var texts = Loads(instruction, called.Parameters.Count + 1);
            if (called.Name is "BeginWriteAttribute" or "BeginAddHtmlAttributeValues")
            {
                piecewise = texts.FirstOrDefault(t => Spoken.Contains(t)) ?? "";
            }
            else if (called.Name is "WriteAttributeValue" or "AddHtmlAttributeValue" && piecewise != "" && instruction.Previous.OpCode == OpCodes.Ldc_I4_1 &&
                texts.LastOrDefault(HasLetters) is { } part)
            {
                yield return $"{piecewise}=\"…{part}…\"";
            }
            else if (called.Name == ".ctor" && called.DeclaringType.Name == "TagHelperAttribute" && Loads(instruction, 5) is [var name, var value, ..] && Spoken.Contains(name) && HasLetters(value))
            {
                yield return $"{name}=\"{value}\"";
            }
            else if (called.Name == "BeginWriteTagHelperAttribute")
            {
                bound = "";
            }
            else if (called.Name == "WriteLiteral")
            {
                bound += instruction.Previous.Operand as string;
            }
            else if (called.Name.StartsWith("set_", StringComparison.Ordinal) && called.Parameters[0].ParameterType.Name == "String")
            {
                var literal = instruction.Previous.Operand as string ?? bound;
                bound = "";
                if (Spoken.Contains(called.Name[4..].ToLowerInvariant()) && HasLetters(literal))
                {
                    yield return $"{called.Name[4..]}=\"{literal}\"";
                }
            }
        }
    }

    /// <summary>The string constants among the instructions right before a call, in order.</summary>
    private static List<string> Loads(Instruction call, int count)
    {
        var texts = new List<string>();
        for (var (at, left) = (call.Previous, count); at is not null && left > 0; (at, left) = (at.Previous, left - 1))
        {
            if (at.Operand is string text)
            {
                texts.Insert(0, text);
            }
        }

        return texts;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex("@\\*.*?\\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("</?[a-zA-Z!](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<=\\s)([a-zA-Z-]+)=(\"[^\"]*\"|'[^']*')")]
    private static partial Regex Attribute();

    [GeneratedRegex("&#?\\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(
        """
        (?<=\s)style\s*=|<style\b|<script(?![^>]*\ssrc=)|<script[^>]*\ssrc="(?!~/|/)|(?<=\s)on[a-z]+\s*=|\bhx-on\b|["']\s*(?:js|javascript):|hx-trigger\s*=\s*("[^"]*\[|'[^']*\[)|hx-csp
        """,
        RegexOptions.IgnoreCase)]
    private static partial Regex Refused();
}
