namespace CapaCitoyenne.Associations.Sessions;

/// <summary>Where one is signed in. For the page of one's account; not on HTTP. An ended session can do nothing more after a minute at most.</summary>
public interface IOpenSessionAppService : IApplicationService
{
    /// <summary>The current one first, then the latest seen.</summary>
    Task<List<OpenSessionDto>> GetListAsync();

    /// <summary>Ends one of one's own; nothing happens when it is gone already.</summary>
    Task EndAsync(Guid id);

    /// <summary>Ends all but the current one.</summary>
    Task EndOthersAsync();
}
