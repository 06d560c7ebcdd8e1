namespace CapaCitoyenne.Associations;

/// <summary>Error codes of the module; each is a localization key.</summary>
public static class AssociationsErrorCodes
{
    /// <summary>The hidden field was filled in: most likely a program.</summary>
    public const string SignUpRefused = "Associations:SignUpRefused";

    /// <summary>The form came back faster than a person types.</summary>
    public const string SignUpTooFast = "Associations:SignUpTooFast";

    /// <summary>The form was opened too long ago, or its token is not ours.</summary>
    public const string SignUpFormExpired = "Associations:SignUpFormExpired";

    /// <summary>The idempotency key was used before with other answers.</summary>
    public const string SignUpKeyReused = "Associations:SignUpKeyReused";

    /// <summary>The operator has closed sign-up.</summary>
    public const string SignUpClosed = "Associations:SignUpClosed";

    /// <summary>Neither a signed-in account nor a name and an address were given.</summary>
    public const string SignUpNeedsAccount = "Associations:SignUpNeedsAccount";

    /// <summary>No letter or digit is left for an address. Data: Name.</summary>
    public const string SlugInvalid = "Associations:SlugInvalid";

    /// <summary>The address is kept for the hub. Data: Slug.</summary>
    public const string SlugReserved = "Associations:SlugReserved";

    /// <summary>Another space has, or had, this address. Data: Slug.</summary>
    public const string SlugTaken = "Associations:SlugTaken";

    /// <summary>Unknown address, wrong password, or locked out after ten wrong ones: never says which.</summary>
    public const string SignInFailed = "Associations:SignInFailed";

    /// <summary>The link is wrong, used or too old.</summary>
    public const string LinkInvalid = "Associations:LinkInvalid";

    /// <summary>The password is too short. Data: MinLength.</summary>
    public const string PasswordTooShort = "Associations:PasswordTooShort";

    /// <summary>The password is among those tried first by attackers, or repeats the name or the address.</summary>
    public const string PasswordTooCommon = "Associations:PasswordTooCommon";

    /// <summary>The password asked for once more is not the account's, or there were ten wrong ones: never says which.</summary>
    public const string PasswordWrong = "Associations:PasswordWrong";

    /// <summary>The word that confirms the erasure of the account was not typed.</summary>
    public const string ErasureNotConfirmed = "Associations:ErasureNotConfirmed";

    /// <summary>The account cannot go while it is the only admin of these spaces. Data: Names.</summary>
    public const string LastAdminOf = "Associations:LastAdminOf";

    /// <summary>The account cannot go while nobody else runs the hub.</summary>
    public const string LastOperator = "Associations:LastOperator";

    /// <summary>The last admin cannot leave, be removed or lose the role.</summary>
    public const string LastAdmin = "Associations:LastAdmin";

    /// <summary>Nobody can give a role that they do not hold. Data: Role.</summary>
    public const string RoleNotYours = "Associations:RoleNotYours";

    /// <summary>Not a role of a space. Data: Role.</summary>
    public const string RoleUnknown = "Associations:RoleUnknown";

    /// <summary>A member has at least one role.</summary>
    public const string RolesMissing = "Associations:RolesMissing";

    /// <summary>The invited person is a member already. Data: Email.</summary>
    public const string AlreadyMember = "Associations:AlreadyMember";

    /// <summary>The invitation has expired, was revoked or was accepted before.</summary>
    public const string InvitationInvalid = "Associations:InvitationInvalid";

    /// <summary>The space has too many open invitations. Data: Max.</summary>
    public const string TooManyInvitations = "Associations:TooManyInvitations";

    /// <summary>RNA numbers are W followed by nine digits or letters. Data: Value.</summary>
    public const string RnaNumberInvalid = "Associations:RnaNumberInvalid";

    /// <summary>No account has confirmed this address. Data: Email.</summary>
    public const string AccountNotFound = "Associations:AccountNotFound";

    /// <summary>Nobody can give a key what they may not do themselves. Data: Name.</summary>
    public const string ApiKeyPermissionNotHeld = "Associations:ApiKeyPermissionNotHeld";

    /// <summary>The space has too many keys. Data: Max.</summary>
    public const string TooManyApiKeys = "Associations:TooManyApiKeys";

    /// <summary>The address must be confirmed first.</summary>
    public const string EmailNotConfirmed = "Associations:EmailNotConfirmed";

    /// <summary>The address was written to, or the space has invited, as often as may be for now.</summary>
    public const string TooManyMails = "Associations:TooManyMails";
}
