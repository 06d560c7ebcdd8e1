using System.Text.Json;
using System.Text.Json.Serialization;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Segments;

/// <summary>People of the address book described by conditions. Who they are is looked up each time, and written down nowhere.</summary>
internal sealed class Segment : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private Segment() { }

    public Segment(Guid id, string name, SegmentRule rule) : base(id) => Update(name, rule);

    public Guid? TenantId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unique in the space.</summary>
    public string NormalizedName { get; private set; } = "";

    public string RuleJson { get; private set; } = "{}";

    public SegmentRule Rule => SegmentRule.Parse(RuleJson);

    /// <param name="rule">Checked by <see cref="SegmentManager"/>.</param>
    public void Update(string name, SegmentRule rule)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), SegmentConsts.MaxNameLength).Trim();
        NormalizedName = NormalizeName(Name);
        RuleJson = rule.ToJson();
    }

    public static string NormalizeName(string name) => SearchText.Of(name);
}

/// <summary>Groups of conditions. Without any condition it is everybody.</summary>
internal sealed record SegmentRule(SegmentMatch Match, IReadOnlyList<SegmentGroup> Groups)
{
    public static SegmentRule Nobody { get; } = new(SegmentMatch.All,
        [new(SegmentMatch.All, [new(SegmentSubject.Email, SegmentOperator.Is, null, "")])]);

    [JsonIgnore]
    public IEnumerable<SegmentCondition> Conditions => Groups.SelectMany(g => g.Conditions);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static SegmentRule Parse(string json) => JsonSerializer.Deserialize<SegmentRule>(json)!;
}

internal sealed record SegmentGroup(SegmentMatch Match, IReadOnlyList<SegmentCondition> Conditions);

internal sealed record SegmentCondition(SegmentSubject Subject, SegmentOperator Operator, Guid? ReferenceId, string? Value);
