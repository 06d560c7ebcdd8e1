using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Addresses;

/// <summary>Old addresses that lead to a page or post of today. Those that a change of address leaves make themselves.</summary>
public interface IFormerAddressAppService : IApplicationService
{
    /// <summary>Sends readers of a path to a page or post that is online, wherever that moves. Done again, the last one counts.</summary>
    /// <exception cref="BusinessException">FormerAddressInvalid, FormerAddressInUse, FormerAddressTargetUnknown.</exception>
    Task<FormerAddressDto> CreateAsync(CreateFormerAddressInput input);

    /// <summary>The path leads nowhere again.</summary>
    Task DeleteAsync(Guid id);
}

public class CreateFormerAddressInput
{
    /// <summary>A path of the site that nothing is at: <c>/ancienne-page</c>.</summary>
    [Required, StringLength(FormerAddressConsts.MaxPathLength)]
    public string Path { get; set; } = "";

    /// <summary><c>page:…</c> or <c>post:…</c>.</summary>
    [Required, StringLength(100)]
    public string Target { get; set; } = "";
}

public class FormerAddressDto : EntityDto<Guid>
{
    public string Path { get; set; } = "";
    public string Target { get; set; } = "";
}

public static class FormerAddressConsts
{
    /// <summary>Long enough for the addresses of other systems, which name years and sections.</summary>
    public const int MaxPathLength = 400;

    /// <summary>Of one site, all kinds together.</summary>
    public const int MaxAddresses = 20_000;
}
