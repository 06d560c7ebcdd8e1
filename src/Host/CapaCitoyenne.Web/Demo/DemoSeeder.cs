using System.Text.RegularExpressions;
using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Identity;
using IdentityUser = CapaCitoyenne.Abp.Identity.IdentityUser;

namespace CapaCitoyenne.Web.Demo;

/// <summary>
/// Makes the demonstration as people would make it: each through the services that the workspace calls, signed in, in their space.
/// Only the accounts and spaces come without form and mail. Each step looks first whether it was done, so that it may be run again.
/// </summary>
internal sealed partial class DemoSeeder(
    DemoContent content,
    IAssociationSeedingService seeding,
    IdentityUserManager users,
    IUserClaimsPrincipalFactory<IdentityUser> principals,
    ICurrentPrincipalAccessor principal,
    ICurrentTenant currentTenant,
    IAssociationProfileAppService profiles,
    ISiteAppService sites,
    IPageAppService pages,
    IPostAppService posts,
    IPageDocumentIntegrationService documents,
    IMediaIntegrationService media,
    IGuideAppService guides,
    IGuideCurationAppService curation,
    ICommonsPublicAppService commons,
    IUnitOfWorkManager unitOfWorkManager,
    IServiceProvider services)
{
    private readonly Dictionary<string, AssociationInfo> _spaces = [];

    public async Task SeedAsync()
    {
        await InTransactionAsync(MakeAccountsAsync);
        foreach (var association in content.Associations)
        {
            await AsAsync(_spaces[association.Slug].Id, association.Admin.Email, () => FillAsync(association));
        }

        await AsAsync(null, content.Coordinator.Email, PublishProposalsAsync);
        await AdaptAsync();
        await AsAsync(null, content.Coordinator.Email, PublishProposalsAsync);
    }

    private async Task MakeAccountsAsync()
    {
        await seeding.AddHubMemberAsync(Person(content.Coordinator), HubRoles.Operator, HubRoles.Coordinator);
        foreach (var association in content.Associations)
        {
            var space = await seeding.CreateAsync(new SeedAssociation(association.Name, association.Town, association.Slug, Person(association.Admin)));
            _spaces[association.Slug] = space;
            foreach (var member in association.Members)
            {
                await seeding.AddMemberAsync(space.Id, new SeedPerson(member.Name, member.Email, content.Password), member.Roles);
            }
        }
    }

    private async Task FillAsync(DemoAssociation association)
    {
        await DescribeAsync(association);
        await WritePagesAsync(association);
        await WritePostsAsync(association);
        await WriteGuidesAsync(association);
        await ActivatorUtilities.CreateInstance<DemoMailing>(services).SeedAsync(association);
        await ActivatorUtilities.CreateInstance<DemoCourses>(services).SeedAsync(association);
    }

    private async Task DescribeAsync(DemoAssociation association)
    {
        var profile = await profiles.GetAsync();
        if (profile.LegalNoticeComplete)
        {
            return;
        }

        await profiles.UpdateAsync(new UpdateAssociationProfileInput
        {
            Name = profile.Name,
            Town = profile.Town,
            ContactName = association.Admin.Name,
            ContactEmail = association.Admin.Email,
            Address = association.Address,
            Phone = association.Phone,
            DirectorOfPublication = association.Admin.Name,
            ConcurrencyStamp = profile.ConcurrencyStamp,
        });
        await sites.UpdateLookAsync(new UpdateSiteLookInput { Theme = association.Theme });
    }

    private async Task WritePagesAsync(DemoAssociation association)
    {
        if ((await pages.GetListAsync(new GetPagesInput())).Items.Any(page => page.IsPublished))
        {
            return;
        }

        foreach (var source in association.Pages)
        {
            var (title, text) = DemoContent.ReadTitled($"{association.Folder}/pages/{source.File}.md");
            var id = source.IsHome
                ? (await pages.GetListAsync(new GetPagesInput())).Items.Single(page => page.Kind == PageKind.Home).Id
                : (await pages.CreateAsync(new CreatePageInput { Title = title })).Id;
            var page = await pages.GetAsync(id);
            await pages.UpdateAsync(id, new SaveDraftInput { Title = title, Document = await ToDocumentAsync(text), BaseRevision = page.Revision });
            await pages.PublishAsync(id);
        }

        // The starter pages that the hub has filled in.
        foreach (var page in (await pages.GetListAsync(new GetPagesInput())).Items.Where(page => !page.IsPublished))
        {
            await pages.PublishAsync(page.Id);
        }
    }

    private async Task WritePostsAsync(DemoAssociation association)
    {
        var existing = (await posts.GetListAsync(new GetPostsInput { MaxResultCount = 100 })).Items.Select(post => post.Title).ToHashSet();
        foreach (var source in association.Posts)
        {
            var (title, text) = DemoContent.ReadTitled($"{association.Folder}/posts/{source.File}.md");
            if (existing.Contains(title))
            {
                continue;
            }

            var post = await posts.CreateAsync(new CreatePostInput
            {
                Title = title, Slug = source.Slug, AuthorName = source.Author, Excerpt = source.Excerpt, Document = await ToDocumentAsync(text),
            });
            await posts.PublishAsync(post.Id);
        }
    }

    private async Task WriteGuidesAsync(DemoAssociation association)
    {
        if ((await guides.GetListAsync(new GetGuidesInput())).TotalCount > 0)
        {
            return;
        }

        foreach (var source in association.Guides)
        {
            var guide = await guides.ImportAsync(new ImportGuideInput { Markdown = DemoContent.Read($"{association.Folder}/guides/{source.File}.md") });
            await guides.PublishAsync(guide.Id, new PublishGuideInput());
            if (source.IsShared)
            {
                await guides.SubmitAsync(guide.Id, new PublishGuideInput());
            }
        }
    }

    private async Task PublishProposalsAsync()
    {
        foreach (var proposal in (await curation.GetListAsync(new GetGuideSubmissionsInput { MaxResultCount = 100 })).Items)
        {
            await curation.PublishAsync(proposal.Id);
        }
    }

    private async Task AdaptAsync()
    {
        var adaptation = content.Adaptation;
        var author = content.Associations.Single(association => association.Slug == adaptation.By);
        await AsAsync(_spaces[adaptation.By].Id, author.Admin.Email, async () =>
        {
            if ((await guides.GetListAsync(new GetGuidesInput())).Items.Any(guide => guide.IsAdaptation))
            {
                return;
            }

            var slug = (await commons.GetListAsync(new CommonsSearchInput { Query = adaptation.Of })).Items[0].Slug;
            var copy = await guides.AdaptAsync(new AdaptGuideInput { Slug = slug });
            copy = await guides.UpdateAsync(copy.Id, new UpdateGuideInput
            {
                Title = adaptation.Title,
                Aim = adaptation.Aim,
                Kind = copy.Kind,
                Language = copy.Language,
                Licence = copy.Licence,
                Themes = copy.Themes,
                Tags = copy.Tags,
                Card = copy.Card,
                Body = copy.Body,
                ConcurrencyStamp = copy.ConcurrencyStamp,
            });
            await guides.SubmitAsync(copy.Id, new PublishGuideInput());
        });
    }

    /// <summary>Does something as a person, in a space or on the hub's side.</summary>
    private async Task AsAsync(Guid? tenantId, string email, Func<Task> work)
    {
        IdentityUser? user = null;
        await InTransactionAsync(async () => user = await users.FindByAddressAsync(email));
        using (currentTenant.Change(tenantId))
        using (principal.Change(await principals.CreateAsync(user!)))
        {
            await work();
        }
    }

    private async Task InTransactionAsync(Func<Task> work)
    {
        await using var unitOfWork = unitOfWorkManager.Begin();
        await work();
        await unitOfWork.CompleteAsync();
    }

    /// <summary>The texts name their pictures by file: <c>photo:photo-jardin.jpg</c>.</summary>
    private async Task<string> ToDocumentAsync(string text)
    {
        foreach (var name in Photo().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToList())
        {
            var urn = "";
            await InTransactionAsync(async () => urn = await media.AddAsync(name, DemoContent.ReadBytes(name)));
            text = text.Replace("photo:" + name, urn, StringComparison.Ordinal);
        }

        return documents.FromTwin("---\nschema: page/1\nlang: fr\n---\n\n" + text);
    }

    [GeneratedRegex("photo:([a-z-]+\\.jpg)", RegexOptions.None, 1000)]
    private static partial Regex Photo();

    private SeedPerson Person(DemoPerson person) => new(person.Name, person.Email, content.Password);
}
