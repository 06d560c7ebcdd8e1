using System.Text.RegularExpressions;
using CapaCitoyenne.Associations.Profiles;
using CsCheck;

namespace CapaCitoyenne.Associations.Slugs;

public class SlugTests
{
    [Theory]
    [InlineData("Les Jardins d'Éole", "les-jardins-d-eole")]
    [InlineData("Cœur de Ville & Cie", "coeur-de-ville-et-cie")]
    [InlineData("  L’Île-Saint-Denis, ça bouge !  ", "l-ile-saint-denis-ca-bouge")]
    [InlineData("Comité n° 12", "comite-n-12")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("???", "")]
    [InlineData("é", "")]
    public void A_name_becomes_an_address(string name, string slug) => Slug.FromName(name).ShouldBe(slug);

    [Theory]
    [InlineData("www")]
    [InlineData("api")]
    [InlineData("postmaster")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("0f8fad5bd9cb469fa16570867728950e")]
    public void Names_of_the_hub_and_what_reads_as_an_id_are_reserved(string slug) => Slug.IsReserved(slug).ShouldBeTrue();

    [Fact]
    public void Every_address_is_a_label_of_a_host_name_and_its_own_address() => Gen.String.Sample(name =>
    {
        var slug = Slug.FromName(name);
        if (slug.Length == 0)
            return;
        Regex.IsMatch(slug, "^[a-z0-9]+(-[a-z0-9]+)*$").ShouldBeTrue(slug);
        slug.Length.ShouldBeInRange(ProfileConsts.MinSlugLength, ProfileConsts.MaxSlugLength);
        Slug.FromName(slug).ShouldBe(slug);
        Slug.Append(slug, "999").Length.ShouldBeLessThanOrEqualTo(ProfileConsts.MaxSlugLength);
    });
}
