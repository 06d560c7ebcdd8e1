namespace CapaCitoyenne.Abp.Identity;

/// <summary>
/// An account: one per person, of no space (ABP's shared user accounts). Belonging to spaces is the business of a module.
/// Differs from ABP's: it derives from ASP.NET Core's own user, so that its store, tokens and passkeys work unchanged.
/// <para>
/// An address belongs to the account that has confirmed it. Until then several accounts may name the same address: the first one
/// has it as user name, the others a <see cref="CreateProvisionalUserName">provisional name</see>. So nobody learns from a sign-up whether
/// an address is known, and nobody keeps an address that is not theirs by being first.
/// </para>
/// </summary>
public sealed class IdentityUser : Microsoft.AspNetCore.Identity.IdentityUser<Guid>, IAggregateRoot<Guid>, ICreationAuditedObject
{
    /// <summary>For EF Core and ASP.NET Core Identity.</summary>
    private IdentityUser() { }

    public IdentityUser(Guid id, string userName, string email, string name, string language = "fr")
    {
        Id = id;
        UserName = Check.NotNullOrWhiteSpace(userName, nameof(userName), IdentityUserConsts.MaxUserNameLength);
        Email = Check.NotNullOrWhiteSpace(email, nameof(email), IdentityUserConsts.MaxEmailLength);
        Language = language;
        SecurityStamp = Guid.NewGuid().ToString("N");
        SetName(name);
    }

    /// <summary>The person's own name, as they write it.</summary>
    public string Name { get; private set; } = "";

    /// <summary><c>fr</c> or <c>en</c>: the language of mails.</summary>
    public string Language { get; private set; } = "fr";

    public DateTime CreationTime { get; private set; }

    public Guid? CreatorId { get; private set; }

    /// <summary>Whether the user name is not the address (see the class).</summary>
    public bool IsProvisional => UserName!.StartsWith('~');

    public static string CreateProvisionalUserName() => $"~{Guid.NewGuid():N}";

    public IdentityUser SetName(string name)
    {
        // One line: names stand in mails and their headers.
        var line = string.Join(' ', name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        Name = Check.NotNullOrWhiteSpace(line, nameof(name), IdentityUserConsts.MaxNameLength);
        return this;
    }

    public IdentityUser SetLanguage(string language)
    {
        Language = Check.NotNullOrWhiteSpace(language, nameof(language), IdentityUserConsts.MaxLanguageLength);
        return this;
    }

    public object?[] GetKeys() => [Id];
}
