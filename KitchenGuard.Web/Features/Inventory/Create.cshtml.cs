using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Adds an item by hand.</summary>
public sealed class CreateModel(CreateItem create, ItemFilters filters, CurrentUser user, IStringLocalizer<Texts> texts) : ItemFormModel
{
    public override bool IsNew => true;

    public async Task<IActionResult> OnGetAsync(string department, CancellationToken ct) =>
        await PrepareAsync(department, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string department, CancellationToken ct)
    {
        if (!await PrepareAsync(department, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var created = await create.RunAsync(Department, Input, ct);
        if (created.Error is { } error)
        {
            Refuse(error);
            return Page();
        }

        filters.Forget(Department);
        this.KeepToast(new Toast(texts["“{0}” is on the list.", ItemEntry.Line(Input.Name)!], $"/{department}?handler=Archive&id={created.Value}"));
        return Redirect($"/{department}");
    }

    private async Task<bool> PrepareAsync(string department, CancellationToken ct)
    {
        (Department, SeesCosts, Currency) = (department == "bar" ? Department.Bar : Department.Kitchen, user.SeesCosts(), user.Currency);
        if (!user.Edits(Department))
        {
            return false;
        }

        Choices = await filters.ReadAsync(Department, ct);
        return true;
    }
}
