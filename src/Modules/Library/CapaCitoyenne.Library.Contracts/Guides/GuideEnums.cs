namespace CapaCitoyenne.Library.Guides;

/// <summary>What a guide is.</summary>
public enum GuideKind
{
    /// <summary>A way of doing: a world café, a round table.</summary>
    Method,

    /// <summary>A tool and how to use it.</summary>
    Tool,

    /// <summary>What was done, and what came out of it. A failure is as welcome as a success.</summary>
    ActionReport,

    /// <summary>A document to fill in.</summary>
    Template,

    /// <summary>Things not to forget.</summary>
    Checklist,
}

/// <summary>Where a guide is in its life.</summary>
public enum GuideState
{
    /// <summary>Being written; never published.</summary>
    Draft,

    /// <summary>Proposed to the commons; waits for a curator.</summary>
    Submitted,

    /// <summary>A curator asked for changes.</summary>
    ChangesRequested,

    /// <summary>A revision is read by the space's members, and by all when it is shared.</summary>
    Published,

    /// <summary>Put away. Withdrawn from the commons; adaptations made elsewhere stay.</summary>
    Archived,
}

/// <summary>How hard a guide is to put into practice.</summary>
public enum GuideDifficulty
{
    /// <summary>Anybody, the first time.</summary>
    Easy,

    /// <summary>Some preparation or experience.</summary>
    Medium,

    /// <summary>Experienced facilitators.</summary>
    Advanced,
}

/// <summary>How a guide was made from its source.</summary>
public enum AdaptationKind
{
    /// <summary>Changed to suit another place or public.</summary>
    Adapted,

    /// <summary>Put into another language.</summary>
    Translated,

    /// <summary>A part of it.</summary>
    Extract,
}

/// <summary>Answer to a proposal to the commons.</summary>
public enum SubmissionState
{
    /// <summary>Waits for a curator.</summary>
    Pending,

    /// <summary>A curator asked for changes.</summary>
    ChangesRequested,

    /// <summary>Published to the commons.</summary>
    Published,

    /// <summary>A newer proposal of the same guide replaced it, or its author took it back.</summary>
    Superseded,
}
