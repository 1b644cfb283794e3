using KitchenGuard.Web.Features.Operations.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>The installation at a glance.</summary>
public sealed class IndexModel(OperatorDbContext db, TimeProvider clock) : PageModel
{
    public Figures Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Figures = await Figures.ReadAsync(db, clock.GetUtcNow(), ct);
}
