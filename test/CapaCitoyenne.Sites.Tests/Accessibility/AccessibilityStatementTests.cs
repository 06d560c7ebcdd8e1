using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Accessibility;

public class AccessibilityStatementTests(HubFixture hub)
{
    private const string Path = "/api/sites/accessibility-statement";

    [Fact]
    public async Task A_site_says_that_it_is_not_conform_until_the_association_states_otherwise()
    {
        var space = await hub.Given.AnOnlineSite();
        (await hub.ReadAsync(space.Slug, "/accessibilite")).ShouldContain("Accessibilité : non conforme");
        await space.Admin.PutAsync<AccessibilityStatementDto>(Path, new AccessibilityStatementDto
        {
            State = AccessibilityState.Partial, AuditDay = new DateOnly(2026, 3, 2), Auditor = "Cabinet <Égal>", Rate = 82.5m, IsPublicService = true,
        });
        var html = await hub.ReadAsync(space.Slug, "/accessibilite");
        html.ShouldContain("Accessibilité : partiellement conforme");
        html.ShouldContain("Cabinet &lt;Égal&gt; le 2 mars 2026 : 82,5 %");
        html.ShouldContain("service public");
    }

    [Theory]
    [InlineData(AccessibilityState.Full, 99.9, SitesErrorCodes.AccessibilityRateInvalid)]
    [InlineData(AccessibilityState.Partial, 49.9, SitesErrorCodes.AccessibilityRateInvalid)]
    [InlineData(AccessibilityState.None, 50.0, SitesErrorCodes.AccessibilityRateInvalid)]
    [InlineData(AccessibilityState.Partial, null, SitesErrorCodes.AccessibilityAuditMissing)]
    public async Task A_statement_needs_an_audit_and_a_rate_that_goes_with_it(AccessibilityState state, double? rate, string code)
    {
        var space = await hub.Given.AnAssociation();
        var response = await space.Admin.SendAsync(HttpMethod.Put, Path, new AccessibilityStatementDto
        {
            State = state, AuditDay = new DateOnly(2026, 3, 2), Auditor = "Nous", Rate = (decimal?)rate,
        });
        (await response.CodeAsync()).ShouldBe(code);
    }
}
