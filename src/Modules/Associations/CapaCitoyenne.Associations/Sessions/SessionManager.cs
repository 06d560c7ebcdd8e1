namespace CapaCitoyenne.Associations.Sessions;

/// <summary>Opens, sees and ends sessions. Ending is deleting: the cookie is refused at its next check, a minute later at most.</summary>
internal sealed class SessionManager(IRepository<Session, Guid> sessions, IUnitOfWorkManager unitOfWorkManager) : DomainService
{
    /// <summary>The claim of the cookie that names its session; ABP's name for it.</summary>
    public const string IdClaim = "session_id";

    public Task<Session> OpenAsync(Guid userId, BrowserName browser) =>
        sessions.InsertAsync(new Session(GuidGenerator.Create(), userId, browser, Clock.Now), autoSave: true);

    /// <summary>Notes that the session is in use; false when it was ended. In a unit of work of its own: the request has none yet.</summary>
    public async Task<bool> SeeAsync(Guid id, Guid userId)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        if (await sessions.FindAsync(id) is not { } session || session.UserId != userId) return false;
        try
        {
            if (session.See(Clock.Now)) await sessions.UpdateAsync(session, autoSave: true);
            await unitOfWork.CompleteAsync();
            return true;
        }
        catch (AbpDbConcurrencyException)
        {
            // Ended at this very moment.
            return false;
        }
    }

    /// <summary>The latest seen first.</summary>
    public async Task<List<Session>> GetListAsync(Guid userId) =>
        [.. (await sessions.GetListAsync(session => session.UserId == userId)).OrderByDescending(session => session.LastSeenTime)];

    /// <summary>Does nothing when it is gone already, or somebody else's.</summary>
    public Task EndAsync(Guid id, Guid userId) => sessions.DeleteAsync(session => session.Id == id && session.UserId == userId, autoSave: true);

    /// <param name="except">The one that stays; null ends all.</param>
    public Task EndAllAsync(Guid userId, Guid? except) => sessions.DeleteAsync(session => session.UserId == userId && session.Id != except, autoSave: true);

    /// <summary>Deletes the rows whose cookies have expired.</summary>
    public Task ForgetAsync()
    {
        var before = Clock.Now - Session.Lifetime;
        return sessions.DeleteAsync(session => session.LastSeenTime < before, autoSave: true);
    }
}
