namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Who comes to the events of the current space, for the organisers.</summary>
public interface IRegistrationAppService : IApplicationService
{
    /// <summary>Those who come first, then the waiting list, each in order of arrival.</summary>
    Task<PagedResultDto<RegistrationDto>> GetListAsync(GetRegistrationsInput input);

    /// <summary>Confirmed while there are seats, otherwise on the waiting list. A mail goes out when an address is given.</summary>
    Task<RegistrationDto> CreateAsync(CreateRegistrationInput input);

    /// <summary>Takes somebody off the list; whoever waits first moves up and is told.</summary>
    Task DeleteAsync(Guid id);
}
