namespace CapaCitoyenne.Sites.Agenda;

/// <summary>The agenda of the current space, for those who keep it. A published event shows its changes at once.</summary>
public interface IEventAppService : IApplicationService
{
    /// <summary>To come: the next first. Over: the latest first.</summary>
    Task<PagedResultDto<EventListItemDto>> GetListAsync(GetEventsInput input);

    Task<EventDto> GetAsync(Guid id);

    Task<EventDto> CreateAsync(SaveEventInput input);

    Task<EventDto> UpdateAsync(Guid id, SaveEventInput input);

    Task<EventDto> PublishAsync(Guid id);

    Task<EventDto> UnpublishAsync(Guid id);

    /// <summary>Calls it off, all its dates: it stays listed with the reason, and calendars are told.</summary>
    Task<EventDto> CancelAsync(Guid id, CancelEventInput input);

    /// <summary>It takes place after all.</summary>
    Task<EventDto> RestoreAsync(Guid id);

    Task<EventDto> ChangeOccurrenceAsync(Guid id, ChangeOccurrenceInput input);

    /// <summary>The dates from today on, those called off or taken out too; at most 60. All dates of an event that does not repeat.</summary>
    Task<ListResultDto<OccurrenceDto>> GetOccurrencesAsync(Guid id);

    /// <summary>Only what was never online: people have the others in their calendars.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>The headings in use.</summary>
    Task<ListResultDto<EventCategoryDto>> GetCategoriesAsync();
}
