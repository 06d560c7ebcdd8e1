namespace CapaCitoyenne.Associations.Hub;

/// <summary>
/// The people who review what associations share, named and removed by the operator. Served at <c>/api/associations/coordinator</c>, on the
/// hub's side only: inside a space nobody holds the permission.
/// </summary>
public interface ICoordinatorAppService : IApplicationService
{
    /// <summary>In order of naming; the operator, who may review too, is not among them.</summary>
    Task<PagedResultDto<CoordinatorDto>> GetListAsync(GetCoordinatorsInput input);

    /// <summary>Names the person with this confirmed address; naming somebody twice changes nothing. Errors: AccountNotFound.</summary>
    Task<CoordinatorDto> CreateAsync(CreateCoordinatorInput input);

    /// <summary>Takes the role away at once; what they reviewed stays.</summary>
    Task DeleteAsync(Guid id);
}
