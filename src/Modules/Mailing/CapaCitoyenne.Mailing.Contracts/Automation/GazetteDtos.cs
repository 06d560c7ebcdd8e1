using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Automation;

public static class GazetteConsts
{
    /// <summary>News and events that are offered, each.</summary>
    public const int MaxChoices = 50;
    public const int DefaultDays = 30;
}

public class GetGazetteChoicesInput
{
    /// <summary>News since that day; null = since the last letter that was sent, thirty days at least.</summary>
    public DateOnly? Since { get; set; }
}

/// <summary>What the site has for a letter. Events: of the thirty days to come.</summary>
public record GazetteChoicesDto(DateOnly Since, List<GazetteNewsDto> News, List<GazetteEventDto> Events);

/// <param name="Time">When it went online, UTC.</param>
public record GazetteNewsDto(Guid Id, string Title, DateTime Time, string Excerpt, bool HasPicture);

/// <param name="When">In words.</param>
public record GazetteEventDto(Guid Id, DateOnly Day, string Title, string When, string? Place);

public class CreateGazetteDto
{
    public DateOnly Since { get; set; }
    [StringLength(CampaignConsts.MaxSubjectLength)]
    public string? Subject { get; set; }
    [MaxLength(GazetteConsts.MaxChoices)]
    public List<Guid> NewsIds { get; set; } = [];
    [MaxLength(GazetteConsts.MaxChoices)]
    public List<GazetteEventPick> Events { get; set; } = [];
}

public record GazetteEventPick(Guid Id, DateOnly Day);

/// <summary>A letter from what the site has. <c>/api/mailing/gazette</c></summary>
public interface IGazetteAppService : IApplicationService
{
    Task<GazetteChoicesDto> GetChoicesAsync(GetGazetteChoicesInput input);

    /// <summary>A draft with those news (picture, excerpt, link) and events, in the order of the site.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.GazetteEmpty"/>.</exception>
    Task<CampaignDto> CreateAsync(CreateGazetteDto input);
}
