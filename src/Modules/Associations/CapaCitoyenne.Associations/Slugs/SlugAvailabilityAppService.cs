using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Slugs;

[AllowAnonymous, EnableRateLimiting(AnonymousRateLimits.Read)]
internal sealed class SlugAvailabilityAppService(SlugManager slugManager) : AssociationsAppService, ISlugAvailabilityAppService
{
    public async Task<SlugAvailabilityDto> GetAsync(GetSlugAvailabilityInput input)
    {
        var slug = SlugManager.Parse(input.Name);
        var suggestion = await slugManager.FindFreeAsync(slug);
        return new SlugAvailabilityDto(slug, suggestion == slug, suggestion);
    }
}
