using CapaCitoyenne.Abp;

namespace CapaCitoyenne.Library.Guides;

public sealed class LicencesTests
{
    [Theory]
    [InlineData("CC-BY-SA-4.0", "CC-BY-SA-4.0")]
    [InlineData("CC-BY-SA-4.0", "CC-BY-4.0")]
    [InlineData("CC-BY-4.0", "CC-BY-4.0")]
    [InlineData("CC-BY-SA-4.0", "CC0-1.0")]
    [InlineData("CC0-1.0", "CC0-1.0")]
    public void An_adaptation_may_take(string licence, string from) => Should.NotThrow(() => Licences.CheckCompatible(licence, from));

    [Theory]
    [InlineData("CC-BY-4.0", "CC-BY-SA-4.0")]
    [InlineData("CC0-1.0", "CC-BY-SA-4.0")]
    [InlineData("CC0-1.0", "CC-BY-4.0")]
    [InlineData("CC-BY-ND-4.0", "CC-BY-SA-4.0")]
    [InlineData("CC-BY-ND-4.0", "CC-BY-ND-4.0")]
    public void An_adaptation_may_not_take(string licence, string from)
        => Should.Throw<BusinessException>(() => Licences.CheckCompatible(licence, from)).Code.ShouldBe(LibraryErrorCodes.LicenceIncompatible);

    [Fact]
    public void A_guide_without_derivatives_cannot_be_adapted()
        => Should.Throw<BusinessException>(() => Licences.ForAdaptationOf("CC-BY-ND-4.0")).Code.ShouldBe(LibraryErrorCodes.LicenceForbidsAdaptation);

    [Fact]
    public void An_unknown_licence_is_refused()
        => Should.Throw<BusinessException>(() => Licences.Get("MIT")).Code.ShouldBe(LibraryErrorCodes.LicenceUnknown);
}
