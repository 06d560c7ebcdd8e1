using System.Security.Claims;

namespace CapaCitoyenne.TestBase;

internal static class TestPrincipal
{
    public static ClaimsPrincipal Of(Guid? userId) => new(userId is null
        ? new ClaimsIdentity()
        : new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId.Value.ToString()), new Claim("email_verified", "true")], "test"));
}
