using System.Net;
using CapaCitoyenne.Abp.MultiTenancy;
using CapaCitoyenne.Associations.FirstSteps;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Slugs;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Associations.Profiles;

public class AssociationProfileTests(HubFixture hub)
{
    private const string Profile = "/api/associations/association-profile";

    [Fact]
    public async Task A_complete_legal_notice_ticks_the_first_step()
    {
        var space = await hub.Given.AnAssociation();
        (await StepAsync(space)).Done.ShouldBeFalse();

        var input = await ReadAsync(space);
        input.RnaNumber = "w751234567";
        input.Address = "12, rue Riquet\n75019 Paris";
        input.DirectorOfPublication = "Léa Bonnet";
        input.Phone = " ";
        (await space.Admin.PutAsync<AssociationProfileDto>(Profile, input)).LegalNoticeComplete.ShouldBeFalse();
        input.ConcurrencyStamp = (await ReadAsync(space)).ConcurrencyStamp;
        input.Phone = "01 99 00 19 19";
        var saved = await space.Admin.PutAsync<AssociationProfileDto>(Profile, input);

        saved.RnaNumber.ShouldBe("W751234567");
        saved.LegalNoticeComplete.ShouldBeTrue();
        (await StepAsync(space)).Done.ShouldBeTrue();
    }

    [Fact]
    public async Task Saving_over_somebody_elses_change_is_a_conflict()
    {
        var space = await hub.Given.AnAssociation();
        var input = await ReadAsync(space);
        input.Phone = "01 40 00 00 00";
        await space.Admin.PutAsync<AssociationProfileDto>(Profile, input);

        input.Phone = "01 40 00 00 01";
        (await space.Admin.SendAsync(HttpMethod.Put, Profile, input)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_rna_number_of_another_shape_is_refused()
    {
        var space = await hub.Given.AnAssociation();
        var input = await ReadAsync(space);
        input.RnaNumber = "12345";

        (await (await space.Admin.SendAsync(HttpMethod.Put, Profile, input)).CodeAsync()).ShouldBe(AssociationsErrorCodes.RnaNumberInvalid);
    }

    [Fact]
    public async Task The_old_address_keeps_leading_to_the_space_and_nobody_else_gets_it()
    {
        var space = await hub.Given.AnAssociation();
        var other = await hub.Given.AnAssociation();
        var slug = $"nouveau-nom-{Guid.NewGuid():N}"[..24];

        await space.Admin.PostAsync<AssociationProfileDto>(Profile + "/change-slug", new ChangeSlugInput { Slug = slug });

        var found = await hub.InAsync(null, null, services => services.GetRequiredService<IAssociationIntegrationService>().FindBySlugAsync(space.Slug));
        found!.Id.ShouldBe(space.TenantId);
        found.Slug.ShouldBe(slug);
        var taken = await other.Admin.SendAsync(HttpMethod.Post, Profile + "/change-slug", new ChangeSlugInput { Slug = space.Slug });
        (await taken.CodeAsync()).ShouldBe(AssociationsErrorCodes.SlugTaken);
    }

    [Fact]
    public async Task A_space_takes_its_former_address_back()
    {
        var space = await hub.Given.AnAssociation();
        await space.Admin.PostAsync<AssociationProfileDto>(Profile + "/change-slug", new ChangeSlugInput { Slug = $"{space.Slug}-2000" });

        var back = await space.Admin.PostAsync<AssociationProfileDto>(Profile + "/change-slug", new ChangeSlugInput { Slug = space.Slug });

        back.Slug.ShouldBe(space.Slug);
        var tenant = await hub.InAsync(null, null, services => services.GetRequiredService<ITenantStore>().FindAsync($"{space.Slug}-2000"));
        tenant!.NormalizedName.ShouldBe(space.Slug);
    }

    [Fact]
    public async Task Availability_proposes_a_free_address()
    {
        var space = await hub.Given.AnAssociation();

        var answer = await hub.NewBrowser().GetAsync<SlugAvailabilityDto>($"/api/associations/slug-availability?name={Uri.EscapeDataString(space.Name)}");

        answer.ShouldBe(new SlugAvailabilityDto(space.Slug, false, space.Slug + "-2"));
    }

    private static async Task<FirstStep> StepAsync(TestSpace space) =>
        (await space.Admin.GetAsync<ListResultDto<FirstStep>>("/api/associations/first-step")).Items.Single(step => step.Name == "associations.legal-notice");

    private static async Task<UpdateAssociationProfileInput> ReadAsync(TestSpace space)
    {
        var profile = await space.Admin.GetAsync<AssociationProfileDto>(Profile);
        return new UpdateAssociationProfileInput
        {
            Name = profile.Name, Town = profile.Town, ContactName = profile.ContactName, ContactEmail = profile.ContactEmail, ConcurrencyStamp = profile.ConcurrencyStamp,
        };
    }
}
