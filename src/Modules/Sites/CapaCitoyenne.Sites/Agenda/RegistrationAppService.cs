using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Agenda;

[Authorize(SitesPermissions.Events.Registrations)]
internal sealed class RegistrationAppService(IEventRepository events, IRegistrationRepository registrations, RegistrationManager manager) : SitesAppService, IRegistrationAppService
{
    public async Task<PagedResultDto<RegistrationDto>> GetListAsync(GetRegistrationsInput input)
    {
        var one = await events.GetAsync(input.EventId);
        var page = await registrations.GetPageAsync(one.Id, input.Day, input.SkipCount, input.MaxResultCount);
        return new(await registrations.CountAsync(one.Id, input.Day), page.ConvertAll(registration => registration.ToDto()));
    }

    public async Task<RegistrationDto> CreateAsync(CreateRegistrationInput input)
        => (await manager.RegisterAsync(input.EventId, input.Day, input.Name, Public.VisitorEmail.Parse(input.Email), input.Persons, input.Message)).ToDto();

    public async Task DeleteAsync(Guid id) => await manager.RemoveAsync(await registrations.GetAsync(id));
}

internal static class RegistrationMapper
{
    public static RegistrationDto ToDto(this Registration registration) => new()
    {
        Id = registration.Id, Day = registration.Day, Name = registration.Name, Email = registration.Email, Persons = registration.Persons, Message = registration.Message,
        State = registration.State, CreationTime = registration.CreationTime,
    };
}
