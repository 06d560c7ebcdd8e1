using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Addresses;

[Authorize(SitesPermissions.Pages.Publish)]
internal sealed class FormerAddressAppService(
    IRepository<FormerAddress, Guid> formerAddresses, IRepository<Page, Guid> pages, IRepository<Post, Guid> posts, AddressManager addresses, SiteManager siteManager) : SitesAppService, IFormerAddressAppService
{
    public async Task<FormerAddressDto> CreateAsync(CreateFormerAddressInput input)
    {
        var path = "/" + input.Path.Trim().Trim('/');
        if (!input.Path.TrimStart().StartsWith('/') || path.Length < 2 || path.StartsWith("//", StringComparison.Ordinal) || path.IndexOfAny(['?', '#', '\\']) >= 0 || path.Any(char.IsControl))
            throw new BusinessException(SitesErrorCodes.FormerAddressInvalid).WithData("Path", input.Path);
        if (await addresses.IsInUseAsync(path)) throw new BusinessException(SitesErrorCodes.FormerAddressInUse).WithData("Path", path);
        if (await formerAddresses.GetCountAsync() >= FormerAddressConsts.MaxAddresses) throw new BusinessException(SitesErrorCodes.FormerAddressInvalid).WithData("Path", path);
        var target = await FindTargetAsync(input.Target) ?? throw new BusinessException(SitesErrorCodes.FormerAddressTargetUnknown);
        var former = await formerAddresses.FindAsync(address => address.Path == path);
        if (former is null) await formerAddresses.InsertAsync(former = new FormerAddress(GuidGenerator.Create(), CurrentTenant.Id, path, target));
        else former.LeadTo(target);
        await siteManager.ContentChangedAsync();
        return new FormerAddressDto { Id = former.Id, Path = path, Target = input.Target };
    }

    public async Task DeleteAsync(Guid id)
    {
        await formerAddresses.DeleteAsync(await formerAddresses.GetAsync(id));
        await siteManager.ContentChangedAsync();
    }

    private async Task<Guid?> FindTargetAsync(string urn) => Urn.IdOf(urn) is not { } id ? null : Urn.SchemeOf(urn) switch
    {
        "page" => await pages.AnyAsync(page => page.Id == id && page.PublishedRevision != null) ? id : null,
        "post" => await posts.AnyAsync(post => post.Id == id && post.PublishedRevision != null) ? id : null,
        _ => null,
    };
}
