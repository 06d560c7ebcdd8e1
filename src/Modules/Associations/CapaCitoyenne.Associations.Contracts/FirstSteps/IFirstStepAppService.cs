using CapaCitoyenne.Associations.Integration;

namespace CapaCitoyenne.Associations.FirstSteps;

/// <summary>The home of a space: what to do next, computed from its real state.</summary>
public interface IFirstStepAppService : IApplicationService
{
    /// <summary>The steps of all modules in order, done ones included.</summary>
    Task<ListResultDto<FirstStep>> GetListAsync();
}
