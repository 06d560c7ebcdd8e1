namespace CapaCitoyenne.Associations.Invitations;

/// <summary>Invitations into the current space, by mail.</summary>
public interface IInvitationAppService : IApplicationService
{
    /// <summary>The open invitations, newest first, expired ones included.</summary>
    Task<PagedResultDto<InvitationDto>> GetListAsync(GetInvitationsInput input);

    /// <summary>
    /// Invites by mail; an open invitation to the same address is replaced.
    /// Errors: RolesMissing, RoleUnknown, RoleNotYours, AlreadyMember, TooManyInvitations.
    /// </summary>
    Task<InvitationDto> CreateAsync(CreateInvitationInput input);

    /// <summary>Mails a fresh link and starts the fourteen days again; older links stop working.</summary>
    Task<InvitationDto> ResendAsync(Guid id);

    /// <summary>Revokes: the link stops working.</summary>
    Task DeleteAsync(Guid id);
}

/// <summary>The invited person's side. For everybody who holds the link.</summary>
public interface IInvitationPublicAppService : IApplicationService
{
    /// <summary>Errors: InvitationInvalid.</summary>
    Task<InvitationPublicDto> GetAsync(string token);

    /// <summary>
    /// Joins the space and signs in: the signed-in account, or the one of the invited address with its password, or a new one.
    /// The link proves the address, so a new account is confirmed. Errors: InvitationInvalid, SignInFailed, PasswordTooShort, PasswordTooCommon.
    /// </summary>
    Task<AcceptedInvitationDto> AcceptAsync(AcceptInvitationInput input);
}
