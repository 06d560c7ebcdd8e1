using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Web.Demo;

/// <summary>The address book of an association, and its letter on its way.</summary>
internal sealed class DemoMailing(IContactAppService contacts, IMailingListAppService lists, ICampaignAppService campaigns, IPageDocumentIntegrationService documents)
{
    public async Task SeedAsync(DemoAssociation association)
    {
        var news = (await lists.GetListAsync()).Items[0]; // the list that every space starts with
        if (news.MemberCount > 0)
        {
            return;
        }

        foreach (var contact in association.Contacts)
        {
            var (name, address) = (contact[..contact.IndexOf('<', StringComparison.Ordinal)].Trim(), contact[(contact.IndexOf('<', StringComparison.Ordinal) + 1)..^1]);
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            await contacts.CreateAsync(new CreateContactDto
            {
                Email = address,
                FirstName = name[..space],
                LastName = name[(space + 1)..],
                Language = "fr",
                ListIds = [news.Id],
                Consents = [new GrantConsentDto { Purpose = ConsentPurpose.Information, Proof = association.Origin }],
            });
        }

        if (association.Letter is { } letter)
        {
            var document = documents.FromTwin("---\nschema: page/1\nlang: fr\n---\n\n" + DemoContent.Read($"{association.Folder}/{letter.File}.md"));
            var campaign = await campaigns.CreateAsync(new CreateCampaignDto { Subject = letter.Subject, Content = document, ListIds = [news.Id] });
            await campaigns.SendAsync(campaign.Id, new SendCampaignDto { ConcurrencyStamp = campaign.ConcurrencyStamp });
        }
    }
}
