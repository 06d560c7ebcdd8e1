using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Mailing.Tests.Http;

/// <summary>What a space needs before there is something to say about its letters.</summary>
internal static class LetterSpace
{
    public const string Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Le jardin ouvre samedi."}]}""";

    /// <summary>Somebody who agreed to be written to.</summary>
    /// <returns>Their address.</returns>
    public static async Task<string> AContactAsync(this TestSpace space, string? firstName)
    {
        var email = $"c{Guid.NewGuid():N}@exemple.fr";
        await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto
        {
            Email = email,
            FirstName = firstName,
            Consents = [new() { Proof = "Bulletin d'adhésion" }],
        });
        return email;
    }

    public static Task<CampaignDto> ALetterAsync(this TestSpace space, string subject)
        => space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = subject, Content = Content });
}
