using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>/api/members and /api/invitations.</summary>
public static class MembersApi
{
    /// <summary>Maps members, their roles, and invitations.</summary>
    public static void MapMembersApi(this IEndpointRouteBuilder app)
    {
        var members = app.MapApiGroup("/api/members", "Members").RequireAuthorization(Rights.Managing);
        members.MapGet("", ListAsync).WithName("ListMembers").WithSummary("Who is in the restaurant.");
        members.MapPut("/{id:guid}", ChangeRoleAsync).WithName("ChangeRole").WithSummary("Give a member another role.").RequireProof();
        members.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveMember").WithSummary("Take a member out of the restaurant.");
        members.MapPost("/{id:guid}/ownership", TransferAsync).WithName("TransferOwnership")
            .WithSummary("Make a member the owner in your place.").OncePerKey().RequireAuthorization(Rights.Owning).RequireProof();

        var invitations = app.MapApiGroup("/api/invitations", "Members");
        var desk = invitations.MapGroup("").RequireAuthorization(Rights.Managing);
        desk.MapGet("", ListInvitationsAsync).WithName("ListInvitations").WithSummary("Invitations that nobody has taken up.");
        desk.MapPost("", InviteAsync).WithName("InviteMember").WithSummary("Invite somebody by e-mail.").OncePerKey().RequireProof();
        desk.MapPost("/{id:guid}/resend", ResendAsync).WithName("ResendInvitation").WithSummary("Send an invitation again, with a new link.").OncePerKey();
        desk.MapDelete("/{id:guid}", WithdrawAsync).WithName("WithdrawInvitation").WithSummary("Take an invitation back.");
        invitations.MapPost("/accept", AcceptAsync).WithName("AcceptInvitation").WithSummary("Join with a new account.").AllowAnonymous();
        invitations.MapPost("/join", JoinAsync).WithName("JoinRestaurant").WithSummary("Join with the account that the token is for.");
    }

    private static async Task<Ok<PageOf<MemberLine>>> ListAsync(TeamList team, CancellationToken ct) =>
        TypedResults.Ok(new PageOf<MemberLine>(await team.MembersAsync(ct), null));

    private static async Task<Ok<PageOf<InvitationLine>>> ListInvitationsAsync(TeamList team, CancellationToken ct) =>
        TypedResults.Ok(new PageOf<InvitationLine>(await team.InvitationsAsync(ct), null));

    private static async Task<Results<Ok<MemberLine>, ProblemHttpResult>> ChangeRoleAsync(
        Guid id, RoleInput input, ChangeRole change, TeamList team, CancellationToken ct)
    {
        var changed = await change.RunAsync(id, input.Role!.Value, ct);
        return changed.Error is { } error ? error.ToProblem() : TypedResults.Ok(await team.FindAsync(id, ct));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, RemoveMember remove, CancellationToken ct) =>
        (await remove.RunAsync(id, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> TransferAsync(Guid id, TransferOwnership transfer, CancellationToken ct) =>
        (await transfer.RunAsync(id, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Created<InvitedAnswer>, ProblemHttpResult>> InviteAsync(InviteInput input, InviteMember invite, CancellationToken ct)
    {
        var invited = await invite.RunAsync(input, ct);
        return invited.Error is { } error ? error.ToProblem() : TypedResults.Created("/api/invitations", new InvitedAnswer(invited.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResendAsync(Guid id, ResendInvitation resend, CancellationToken ct) =>
        (await resend.RunAsync(id, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(Guid id, WithdrawInvitation withdraw, CancellationToken ct) =>
        (await withdraw.RunAsync(id, ct)).Error is { } error ? error.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<Created<TokenAnswer>, ProblemHttpResult>> AcceptAsync(
        AcceptRequest input, AcceptInvitation accept, Memberships memberships, IssueTokens tokens, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var accepted = await accept.RunAsync(input.Token, input, ct);
        if (accepted.Error is { } error)
        {
            return error.ToProblem();
        }

        var (user, invitation) = accepted.Value;
        var started = await tokens.StartAsync(user, (await memberships.EnterAsync(user.Id, invitation.RestaurantId, ct))!, null, ct);
        return started.Error is { } refused ? refused.ToProblem() : TypedResults.Created("/api/auth/me", started.Value);
    }

    private static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> JoinAsync(
        JoinRequest input, JoinRestaurant join, Memberships memberships, IssueTokens tokens, CurrentUser current, HttpContext http, CancellationToken ct)
    {
        var joined = await join.RunAsync(input.Token, ct);
        if (joined.Error is { } error)
        {
            return error.ToProblem();
        }

        http.Response.Headers.CacheControl = "no-store";
        var (user, invitation) = joined.Value;
        var membership = await memberships.EnterAsync(user.Id, invitation.RestaurantId, ct);
        var moved = await tokens.MoveAsync(user, membership!, LiveSessions.SessionOf(http.User)!.Value, current.SecondFactor, ct);
        return moved.Error is { } refused ? refused.ToProblem() : TypedResults.Ok(moved.Value);
    }
}

/// <summary>A member's new role.</summary>
public sealed record RoleInput
{
    [Required(ErrorMessage = "Choose a role."), EnumDataType(typeof(Role), ErrorMessage = "Choose a role.")]
    public Role? Role { get; init; }
}

/// <summary>An invitation that was sent.</summary>
public sealed record InvitedAnswer(Guid Id);

/// <summary>What POST /api/invitations/accept takes.</summary>
public sealed record AcceptRequest : AcceptInput
{
    /// <summary>The link's.</summary>
    [Required(ErrorMessage = "Give the invitation's token.")]
    public string? Token { get; init; }
}

/// <summary>What POST /api/invitations/join takes.</summary>
public sealed record JoinRequest
{
    /// <summary>The link's.</summary>
    [Required(ErrorMessage = "Give the invitation's token.")]
    public string? Token { get; init; }
}
