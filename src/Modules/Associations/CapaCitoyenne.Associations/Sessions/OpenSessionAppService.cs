using CapaCitoyenne.Associations.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Associations.Sessions;

[Authorize, RemoteService(false)]
internal sealed class OpenSessionAppService(SessionManager sessionManager, SignInService signInService) : AssociationsAppService, IOpenSessionAppService
{
    public async Task<List<OpenSessionDto>> GetListAsync()
    {
        var current = signInService.CurrentSessionId;
        var sessions = await sessionManager.GetListAsync(CurrentUser.GetId());
        return [.. sessions
            .Select(session => new OpenSessionDto(session.Id, session.Browser, session.System, session.SignInTime, session.LastSeenTime, session.Id == current))
            .OrderByDescending(session => session.IsCurrent)];
    }

    public Task EndAsync(Guid id) => sessionManager.EndAsync(id, CurrentUser.GetId());

    public Task EndOthersAsync() => sessionManager.EndAllAsync(CurrentUser.GetId(), except: signInService.CurrentSessionId);
}
