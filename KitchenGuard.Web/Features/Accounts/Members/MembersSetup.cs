namespace KitchenGuard.Web.Features.Accounts.Members;

internal static class MembersSetup
{
    internal static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddScoped<Team>().AddScoped<TeamList>().AddScoped<InvitationMail>().AddScoped<OpenInvitations>()
        .AddScoped<InviteMember>().AddScoped<ResendInvitation>().AddScoped<WithdrawInvitation>().AddScoped<AcceptInvitation>()
        .AddScoped<JoinRestaurant>().AddScoped<ChangeRole>().AddScoped<RemoveMember>().AddScoped<TransferOwnership>();
}
