namespace CapaCitoyenne.Mailing.ContactFields;

/// <summary>The fields that a space adds to its contacts (district, year of joining…): at most <see cref="ContactFieldConsts.MaxFields"/>.</summary>
public interface IContactFieldAppService : IApplicationService
{
    /// <summary>All of them, in the order in which they were made.</summary>
    Task<ListResultDto<ContactFieldDto>> GetListAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.FieldLabelTaken"/>, <see cref="MailingErrorCodes.FieldTooMany"/>,
    /// <see cref="MailingErrorCodes.FieldHasNoChoices"/>.</exception>
    Task<ContactFieldDto> CreateAsync(CreateContactFieldDto input);

    /// <summary>Contacts that hold a choice which is taken away keep it until it is changed.</summary>
    Task<ContactFieldDto> UpdateAsync(Guid id, UpdateContactFieldDto input);

    /// <summary>Deletes the field and what all contacts hold in it.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.UsedBySegment"/>.</exception>
    Task DeleteAsync(Guid id);
}
