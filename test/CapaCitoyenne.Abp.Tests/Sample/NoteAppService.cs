using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Tests.Sample;

public static class SamplePermissions
{
    public const string Read = "Sample.Notes";
    public const string Write = "Sample.Notes.Write";
}

internal sealed class SamplePermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
        => context.AddGroup("Sample").AddPermission(SamplePermissions.Read).WithProperty("Roles", "reader,writer")
            .AddChild(SamplePermissions.Write).WithProperty("Roles", "writer");
}

public sealed class CreateNoteInput
{
    [Required, StringLength(20)]
    public string Text { get; set; } = "";

    [Range(1, 5)]
    public int Stars { get; set; } = 1;
}

public interface INoteAppService : IApplicationService
{
    Task<List<string>> GetListAsync();

    Task<string> GetAsync(Guid id);

    Task<Guid> CreateAsync(CreateNoteInput input);

    Task PinToBoardAsync(Guid id);

    Task DeleteAsync(Guid id);
}

[Authorize(SamplePermissions.Read)]
internal sealed class NoteAppService(IRepository<Note, Guid> notes) : ApplicationService, INoteAppService
{
    public async Task<List<string>> GetListAsync() => [.. (await notes.GetListAsync()).Select(note => note.Text)];

    public async Task<string> GetAsync(Guid id) => (await notes.GetAsync(id)).Text;

    [Authorize(SamplePermissions.Write)]
    public async Task<Guid> CreateAsync(CreateNoteInput input)
    {
        var note = await notes.InsertAsync(new Note(input.Text), autoSave: true);
        return input.Text == "refused" ? throw new BusinessException("Sample:Gone").WithData("Text", input.Text) : note.Id;
    }

    [Authorize(SamplePermissions.Write)]
    public async Task PinToBoardAsync(Guid id) => (await notes.GetAsync(id)).Text += " (pinned)";

    [Authorize(SamplePermissions.Write)]
    public Task DeleteAsync(Guid id) => notes.DeleteAsync(id);
}

/// <summary>The role is the user's name here.</summary>
public sealed class SampleUserRoleFinder : IUserRoleFinder, ITransientDependency
{
    public static readonly Guid Reader = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    public static readonly Guid Writer = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    public Task<string[]> GetRoleNamesAsync(Guid userId) => Task.FromResult(userId == Writer ? ["writer"] : userId == Reader ? new[] { "reader" } : []);
}

/// <summary>Signs in whoever the header <c>X-User</c> names.</summary>
public sealed class TestAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "test";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        => Task.FromResult(Request.Headers.TryGetValue("X-User", out var user)
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.ToString())], Scheme)), Scheme))
            : AuthenticateResult.NoResult());
}

/// <summary>Two tenants, without a database.</summary>
[Dependency(ReplaceServices = true)]
public sealed class SampleTenantStore : ITenantStore, ISingletonDependency
{
    public static readonly TenantConfiguration Garden = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), "Le Jardin", "jardin");
    public static readonly TenantConfiguration Workshop = new(Guid.Parse("00000000-0000-0000-0000-000000000002"), "L’Atelier", "atelier");

    public Task<TenantConfiguration?> FindAsync(string normalizedName)
        => Task.FromResult(normalizedName == Garden.NormalizedName ? Garden : normalizedName == Workshop.NormalizedName ? Workshop : null);

    public Task<TenantConfiguration?> FindAsync(Guid id) => Task.FromResult(id == Garden.Id ? Garden : id == Workshop.Id ? Workshop : null);
}
