using CapaCitoyenne.Mailing.ContactFields;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class ContactFieldTests
{
    [Theory]
    [InlineData("3/4/45", "1945-04-03")]
    [InlineData("25/11/26", "2026-11-25")]
    [InlineData("31/12/27", "2027-12-31")]
    [InlineData("31/12/31", "1931-12-31")]
    [InlineData("3/4/2045", "2045-04-03")]
    [InlineData("31/2/45", null)]
    public void Two_digits_are_a_year_that_was_or_one_of_the_next_five(string text, string? day) =>
        (new ContactField(Guid.NewGuid(), "ne_le", "Né le", ContactFieldType.Date, []).TryParse(text, new DateOnly(2026, 11, 26))?.Value).ShouldBe(day);
}
