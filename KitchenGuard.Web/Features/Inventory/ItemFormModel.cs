using KitchenGuard.Data.Inventory;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>What the pages that add and edit an item share. Model of <c>_ItemFields</c>.</summary>
public abstract class ItemFormModel : PageModel
{
    [BindProperty]
    public ItemInput Input { get; set; } = new();

    /// <summary>The list the item is on.</summary>
    public Department Department { get; protected set; }

    /// <summary>The names that the form offers.</summary>
    public FilterChoices Choices { get; protected set; } = new([], [], []);

    /// <summary>Whether the opening count is asked for.</summary>
    public virtual bool IsNew => false;

    /// <summary>Whether costs are shown.</summary>
    public bool SeesCosts { get; protected set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; protected set; } = "";

    /// <summary>What is wrong with the whole.</summary>
    public string? Refusal { get; protected set; }

    /// <summary>The item that is there already, to look at instead.</summary>
    public ItemMatch? Existing { get; protected set; }

    /// <summary>Puts a failure beside its field, or above the form.</summary>
    protected void Refuse(Platform.Error error)
    {
        var field = Platform.ProblemMapping.Field(error);
        if (field.Length > 0 && error is not DuplicateError)
        {
            ModelState.AddModelError($"Input.{char.ToUpperInvariant(field[0])}{field[1..]}", error.Message);
        }
        else
        {
            Refusal = error.Message;
            Existing = (error as DuplicateError)?.Existing;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
