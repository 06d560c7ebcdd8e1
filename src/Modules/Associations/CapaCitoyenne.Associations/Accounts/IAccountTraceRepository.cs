namespace CapaCitoyenne.Associations.Accounts;

/// <summary>What an account leaves in rows that are not its own: the log of actions, invitations, sign-ups. In all spaces.</summary>
internal interface IAccountTraceRepository
{
    /// <summary>The latest 10,000 changing calls of the person.</summary>
    Task<List<AccountAction>> GetActionsAsync(Guid userId);

    /// <summary>Takes the person's name and address off these rows. Their id stays, and leads to nobody once the account is gone.</summary>
    Task ForgetAsync(Guid userId);
}

/// <summary>A line of the log of actions.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Service">What was called, as the API names it.</param>
internal sealed record AccountAction(DateTime Time, string Service, string Method);
