using System.Net;
using System.Text;

namespace CapaCitoyenne.Mailing.Campaigns;

internal enum TemplateKind
{
    Text,
    /// <summary>Values are HTML-escaped; what stands in the template, fallbacks included, is HTML already.</summary>
    Html,
}

/// <summary>A place of the template that differs from person to person.</summary>
internal sealed record TemplateSlot(string Field, string Fallback);

/// <summary>
/// A text with places such as <c>{{firstName|chers amis}}</c>. Parsed once a campaign; filled in by us for each person (SMTP, pickup), or
/// turned into the provider's substitution tags, so that one request carries a thousand letters.
/// </summary>
internal sealed class PersonalizedTemplate
{
    private readonly List<object> _parts;
    private readonly TemplateKind _kind;

    private PersonalizedTemplate(List<object> parts, TemplateKind kind, List<TemplateIssue> issues)
    {
        _parts = parts;
        _kind = kind;
        Issues = issues;
    }

    /// <summary>What keeps the letter from leaving; the offending text stays as it is written.</summary>
    public IReadOnlyList<TemplateIssue> Issues { get; }

    public IEnumerable<TemplateSlot> Slots => _parts.OfType<TemplateSlot>().Distinct();

    /// <param name="ownFields">Names of the space's own fields; only <see cref="Issues"/> depend on them.</param>
    public static PersonalizedTemplate Parse(string text, TemplateKind kind, IReadOnlyCollection<string>? ownFields = null)
    {
        var parts = new List<object>();
        var issues = new List<TemplateIssue>();
        var position = 0;
        while (true)
        {
            var open = text.IndexOf("{{", position, StringComparison.Ordinal);
            if (open < 0) break;
            var close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            var next = text.IndexOf("{{", open + 2, StringComparison.Ordinal);
            if (close < 0 || (next >= 0 && next < close))
            {
                issues.Add(new TemplateIssue(MailingErrorCodes.PersonalizationMalformed, Excerpt(text, open)));
                Add(parts, text[position..(open + 2)]);
                position = open + 2;
                continue;
            }

            Add(parts, text[position..open]);
            var slot = ReadSlot(text[(open + 2)..close], kind);
            if (Check(slot, ownFields ?? []) is { } issue) issues.Add(issue);
            parts.Add(slot);
            position = close + 2;
        }

        Add(parts, text[position..]);
        return new PersonalizedTemplate(parts, kind, issues);
    }

    /// <summary>The text for one person.</summary>
    public string Fill(Func<string, string?> valueOf)
    {
        var result = new StringBuilder();
        foreach (var part in _parts)
        {
            result.Append(part is TemplateSlot slot ? ValueOf(slot, valueOf) : (string)part);
        }

        return result.ToString();
    }

    /// <summary>The text with a tag for each slot.</summary>
    public string WithTags(Func<TemplateSlot, string> tagOf)
    {
        var result = new StringBuilder();
        foreach (var part in _parts)
        {
            result.Append(part is TemplateSlot slot ? tagOf(slot) : (string)part);
        }

        return result.ToString();
    }

    /// <summary>What stands in a slot for one person: the escaped value, or the fallback where there is none.</summary>
    public string ValueOf(TemplateSlot slot, Func<string, string?> valueOf)
    {
        var value = valueOf(slot.Field)?.Trim();
        if (string.IsNullOrEmpty(value)) return slot.Fallback;
        if (PersonalFields.IsMarkup(slot.Field)) return value;
        return _kind == TemplateKind.Html ? WebUtility.HtmlEncode(value) : value.ReplaceLineEndings(" ");
    }

    private static TemplateSlot ReadSlot(string inside, TemplateKind kind)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var field = (bar < 0 ? inside : inside[..bar]).Trim();
        if (kind == TemplateKind.Html) field = WebUtility.HtmlDecode(field);
        return new TemplateSlot(field, bar < 0 ? "" : inside[(bar + 1)..].Trim());
    }

    private static TemplateIssue? Check(TemplateSlot slot, IReadOnlyCollection<string> ownFields)
    {
        if (PersonalFields.IsOurs(slot.Field)) return null;
        if (!PersonalFields.Names.Contains(slot.Field) && !ownFields.Contains(slot.Field)) return new TemplateIssue(MailingErrorCodes.PersonalizationUnknownField, slot.Field);
        if (slot.Fallback.Length == 0 && slot.Field != PersonalFields.Email)
            return new TemplateIssue(MailingErrorCodes.PersonalizationNoFallback, slot.Field);
        return null;
    }

    private static void Add(List<object> parts, string text)
    {
        if (text.Length > 0) parts.Add(text);
    }

    private static string Excerpt(string text, int start) => text.Substring(start, Math.Min(30, text.Length - start));
}

/// <param name="Code">A worded error code.</param>
/// <param name="Text">The field, or the text as written.</param>
internal sealed record TemplateIssue(string Code, string Text);

internal static class PersonalFields
{
    public const string Email = "email";
    public const string FirstName = "firstName";
    public const string LastName = "lastName";

    /// <summary>Links that we add ourselves; a name that nobody can type by accident.</summary>
    public const string UnsubscribeUrl = "@unsubscribe";
    public const string PreferencesUrl = "@preferences";

    /// <summary>Beginnings of the places that differ for people who agreed to be counted; the counter's id follows.</summary>
    public const string CountedLink = "@link/";
    public const string CountedFoot = "@seen/";

    public static readonly string[] Names = [FirstName, LastName, Email];

    public static bool IsOurs(string field) =>
        field is UnsubscribeUrl or PreferencesUrl || field.StartsWith(CountedLink, StringComparison.Ordinal) || IsMarkup(field);

    /// <summary>Written by us as HTML.</summary>
    public static bool IsMarkup(string field) => field.StartsWith(CountedFoot, StringComparison.Ordinal);

    /// <param name="field">Name of a place.</param>
    /// <param name="prefix"><see cref="CountedLink"/> or <see cref="CountedFoot"/>.</param>
    /// <returns>Null for any other place.</returns>
    public static Guid? CounterOf(string field, string prefix) =>
        field.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(field.AsSpan(prefix.Length), "N", out var id) ? id : null;
}
