namespace CapaCitoyenne.Associations.Profiles;

/// <summary>What the current space says about itself; feeds the legal notice of its site.</summary>
public interface IAssociationProfileAppService : IApplicationService
{
    Task<AssociationProfileDto> GetAsync();

    /// <summary>Errors: RnaNumberInvalid, AbpDbConcurrencyException (409) when somebody saved in between.</summary>
    Task<AssociationProfileDto> UpdateAsync(UpdateAssociationProfileInput input);

    /// <summary>
    /// Changes the address of the space and its site. The old one keeps leading to the new one and is given to nobody else.
    /// Errors: SlugInvalid, SlugReserved, SlugTaken.
    /// </summary>
    Task<AssociationProfileDto> ChangeSlugAsync(ChangeSlugInput input);
}
