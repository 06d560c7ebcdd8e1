using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Library.Guides;

/// <summary>The structured card of a guide. Everything is optional; null means "not said".</summary>
public sealed class GuideCardDto
{
    /// <summary>Fewest participants.</summary>
    [Range(1, GuideConsts.MaxCardNumber)]
    public int? AudienceMin { get; set; }

    /// <summary>Most participants.</summary>
    [Range(1, GuideConsts.MaxCardNumber)]
    public int? AudienceMax { get; set; }

    /// <summary>Duration in minutes, preparation left out.</summary>
    [Range(1, GuideConsts.MaxCardNumber)]
    public int? DurationMinutes { get; set; }

    /// <summary>Difficulty of putting it into practice.</summary>
    public GuideDifficulty? Difficulty { get; set; }

    /// <summary>Cost in euros; 0 is free.</summary>
    [Range(0, GuideConsts.MaxCostEuros)]
    public decimal? CostEuros { get; set; }

    /// <summary>What is needed, one thing a line.</summary>
    [MaxLength(GuideConsts.MaxCardLines)]
    public List<string> Material { get; set; } = [];

    /// <summary>The steps, in order.</summary>
    [MaxLength(GuideConsts.MaxCardLines)]
    public List<GuideStepDto> Steps { get; set; } = [];

    /// <summary>Other ways of doing it.</summary>
    [MaxLength(GuideConsts.MaxCardLines)]
    public List<string> Variants { get; set; } = [];

    /// <summary>What goes wrong.</summary>
    [MaxLength(GuideConsts.MaxCardLines)]
    public List<string> Pitfalls { get; set; } = [];
}

/// <summary>One step of a guide.</summary>
public sealed class GuideStepDto
{
    /// <summary>What is done, as plain text.</summary>
    [Required, StringLength(GuideConsts.MaxCardLineLength)]
    public string Text { get; set; } = "";

    /// <summary>Duration in minutes, or null.</summary>
    [Range(1, GuideConsts.MaxCardNumber)]
    public int? Minutes { get; set; }
}
