using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Associations.Profiles;

namespace CapaCitoyenne.Associations.Slugs;

/// <summary>Which address a name gives, and whether it is free. For everybody: addresses of sites are public.</summary>
public interface ISlugAvailabilityAppService : IApplicationService
{
    /// <summary>Errors: SlugInvalid.</summary>
    Task<SlugAvailabilityDto> GetAsync(GetSlugAvailabilityInput input);
}

public class GetSlugAvailabilityInput
{
    /// <summary>A name or an address as typed.</summary>
    [Required, StringLength(ProfileConsts.MaxNameLength)]
    public string Name { get; set; } = "";
}

/// <param name="Slug">What was typed, as an address.</param>
/// <param name="Suggestion">A free address: the same one if it is available.</param>
public record SlugAvailabilityDto(string Slug, bool Available, string Suggestion);
