using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>A dry run: how the file is read, what would become of it, what to correct; then the import.</summary>
public sealed class ReviewModel(
    ReviewPages pages, ChangeImport change, EditImport edit, ConfirmImport confirm, DiscardImport discard, MappingMemories memories,
    KitchenGuardDbContext db, CurrentUser user, IStringLocalizer<Texts> texts) : ImportPageModel(user)
{
    public ReviewPage View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    private string ReviewUrl => ReviewPages.UrlOf(Id);

    private IssueFilter Filter => IssueFilter.From(Request.Query);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Request.WantsFragment())
        {
            var after = IssueFilter.AfterFrom(Request.Query);
            if (await pages.IssuesAsync(Id, Filter, after, ct) is not { } issues)
            {
                return NotFound();
            }

            Response.ReplaceUrl(ReviewUrl + Filter.ToQuery());
            return this.Fragment(after is null ? "_ReviewIssues" : "_ReviewIssueRows", issues);
        }

        return await ShowAsync(ct);
    }

    /// <summary>How far the dry run is; what it found when it ends.</summary>
    public async Task<IActionResult> OnGetResultAsync(bool keep, CancellationToken ct)
    {
        if (await pages.FindAsync(Id, Filter, ct) is not { } view)
        {
            return NotFound();
        }

        if (!Request.WantsFragment())
        {
            return Redirect(ReviewUrl);
        }

        var answer = this.Fragment("_ReviewResult", view with { KeepsIssues = keep });
        return view.Line.IsRunning ? answer : keep ? answer.Into("#issue-filter", "_ReviewFilter", view.Issues)
            : answer.Into("#words", "_ReviewWords", view).Into("#issues", "_ReviewIssues", view.Issues).Into("#review-bar", "_ReviewBar", view);
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        var form = await Request.ReadFormAsync(ct);
        var choices = ReadingChoices.From(form, Me.TimeZone);
        var focus = "";
        return await AnswerAsync((await change.RunAsync(Id, plan =>
        {
            focus = choices.FirstChange(plan) ?? "";
            return choices.Over(plan);
        }, null, ct)).Error, ct, focus);
    }

    /// <summary>Gives the file to the other list.</summary>
    public async Task<IActionResult> OnPostSwapAsync(CancellationToken ct)
    {
        var now = await db.Imports.Where(i => i.Id == Id).Select(i => (Department?)i.Department).SingleOrDefaultAsync(ct);
        var other = now == Department.Kitchen ? Department.Bar : Department.Kitchen;
        var changed = await change.RunAsync(Id, plan => plan.Options, other, ct);
        return changed.Error is { } error ? await AnswerAsync(error, ct) : Leave(ReviewUrl, texts[other == Department.Bar ? "This file goes to the bar list now." : "This file goes to the kitchen list now."]);
    }

    /// <summary>Forgets what was said about the last file with this header, for this file too.</summary>
    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct)
    {
        ReadPlan? forgotten = null;
        var changed = await change.RunAsync(Id, plan =>
        {
            forgotten = plan;
            return plan.Options with { Mapping = null, DecimalMark = null, DateOrder = null, Prices = null, Values = null, Remembered = false };
        }, null, ct);
        if (changed.Error is null)
        {
            await memories.ForgetAsync(forgotten!, ct);
        }

        return await AnswerAsync(changed.Error, ct);
    }

    /// <summary>Says what a word of the file means, in all its rows; without <paramref name="to"/> as found again.</summary>
    public async Task<IActionResult> OnPostWordAsync(string? field, string? from, string? to, bool undo, CancellationToken ct) => await AnswerAsync((await change.RunAsync(
        Id, plan => plan.Options with
        {
            Values = [.. (plan.Options.Values ?? []).Where(v => v.Field != field || RecordWords.Key(v.From) != RecordWords.Key(from ?? "")),
                .. undo ? Array.Empty<ValueChoice>() : [new ValueChoice(field ?? "", from ?? "", to ?? "")]],
        }, null, ct)).Error, ct);

    /// <summary>Corrects a cell, or leaves its row out.</summary>
    /// <param name="line">The record's line.</param>
    /// <param name="column">The cell's column.</param>
    /// <param name="value">What it says from now on.</param>
    /// <param name="was">What it said; for <paramref name="alike"/>.</param>
    /// <param name="alike">All cells of the column that say the same.</param>
    /// <param name="leaveOut">The row is left out instead.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostEditAsync(int line, int column, string? value, string? was, bool alike, bool leaveOut, CancellationToken ct)
    {
        var lines = alike && !leaveOut ? await pages.LinesAlikeAsync(Id, column, was ?? "", ct) : [line];
        var edited = await edit.RunAsync(Id, [.. lines.Select(at => leaveOut ? new CellEdit(at, 0, "") : new CellEdit(at, column, value ?? ""))], Me.Id, ct);
        if (edited.Error is not null || !Request.WantsFragment())
        {
            return edited.Error is { } error ? await AnswerAsync(error, ct) : Redirect($"{ReviewUrl}{Filter.ToQuery()}#issues");
        }

        var view = (await pages.FindAsync(Id, Filter, ct))!;
        if (alike)
        {
            // The list stays where it is under the thumb; when the run has ended it comes anew.
            return this.Fragment().Into("#issues", "_ReviewIssues", view.Issues).Into("#review-result", "_ReviewResult", view)
                .Into("#" + view.Panel.FirstRowsId, "_FirstRows", view.Panel).Status(StatusCodes.Status200OK);
        }

        var remaining = leaveOut ? null : await pages.RemainingAsync(Id, line, column, ct);
        var row = ReviewPages.RowOf(Id, view.Panel.File!.Plan!, remaining ?? new ImportIssue
        {
            RestaurantId = Me.RestaurantId, ImportId = Id, Line = line, Column = column, Severity = "notice", Code = "", Message = "",
        });
        return this.Fragment("_ReviewIssue", row with { Saved = leaveOut ? null : value ?? "", IsLeftOut = leaveOut })
            .Into("#review-result", "_ReviewResult", view with { KeepsIssues = true }).Into("#edits", "_ReviewEdits", view.Issues)
            .Into("#" + view.Panel.FirstRowsId, "_FirstRows", view.Panel).Into("#issue-filter", "_ReviewFilter", view.Issues);
    }

    /// <summary>Takes a correction back, or all.</summary>
    public async Task<IActionResult> OnPostUndoAsync(int? line, int? column, CancellationToken ct) =>
        await AnswerAsync((await edit.UndoAsync(Id, line, column, ct)).Error, ct);

    public async Task<IActionResult> OnPostRunAsync(CancellationToken ct)
    {
        var confirmed = await confirm.RunAsync(Id, Me.Id, ct);
        return confirmed.Error is { } error ? await AnswerAsync(error, ct) : Leave($"/imports/{Id}", texts["The import has begun."]);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        var discarded = await discard.RunAsync(Id, ct);
        return discarded.Error is { } error ? await AnswerAsync(error, ct) : Leave("/imports", texts["Discarded. Nothing was changed."]);
    }

    private RedirectResult Leave(string url, string sentence)
    {
        this.KeepToast(new Toast(sentence));
        return Redirect(url);
    }

    private async Task<IActionResult> AnswerAsync(Error? error, CancellationToken ct, string focus = "")
    {
        if (error is NotFoundError)
        {
            return NotFound();
        }

        if (!Request.WantsFragment() && error is null)
        {
            return Redirect(ReviewUrl);
        }

        if (await pages.FindAsync(Id, Filter, ct) is not { } found)
        {
            return NotFound();
        }

        View = found with { Panel = found.Panel with { Problem = error?.Message, Focus = focus } };
        var status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        if (Request.WantsFragment())
        {
            return this.Fragment().Into("#" + View.Panel.Id, "_ReviewPanel", View).Into("#issues", "_ReviewIssues", View.Issues).Into("#review-bar", "_ReviewBar", View).Status(status);
        }

        Response.StatusCode = status;
        return Page();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await pages.FindAsync(Id, Filter, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return view.IsOver ? Redirect($"/imports/{Id}") : Page();
    }
}
